/** Chat keywords: words in the chat that are answered, or that do something. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/chat-keyword/', document.baseURI).href;

  const defaults = {
    "rules": [
      {
        "keyword": "!help",
        "where": "whole",
        "action": "reply",
        "text": "!hand raises your hand.",
        "hostsOnly": false
      },
      {
        "keyword": "!hand",
        "where": "whole",
        "action": "raise",
        "text": "",
        "hostsOnly": false
      }
    ],
    "pause": 5
  };

  const words = {
    "en": {
      "title": "Message of {name}", "close": "Close"
    },
    "de": {
      "title": "Nachricht von {name}", "close": "Schließen"
    },
    "fr": {
      "title": "Message de {name}", "close": "Fermer"
    }
  };

  const say = (key, places = {}) => (words[document.documentElement.lang.slice(0, 2)] || words.en)[key].replace(/\{(\w+)\}/g, (_, name) => places[name]);
  const escaped = (text) => String(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

  /** What the administrator chose; whatever is missing, or of another kind than its default, stays at its default. */
  async function readSettings() {
    try {
      const answer = await fetch(new URL('settings.json', own));
      if (!answer.ok) throw new Error(`it was answered with ${answer.status}`);
      const given = await answer.json();
      const kind = (value) => (Array.isArray(value) ? 'array' : typeof value);
      return Object.fromEntries(Object.entries(defaults).map(([name, usual]) => [name, kind(given[name]) === kind(usual) ? given[name] : usual]));
    } catch (reason) {
      console.info(`chat-keyword: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  let subscriptions = [];
  let people = [];
  let chosen = defaults;
  /** When which rule last did something, and what this plugin itself is writing at the moment. */
  const last = new Map();
  let writing = null;

  async function load(participants$) {
    const mine = subscriptions = [];
    chosen = await settings;
    if (subscriptions !== mine) return;
    subscriptions.push(
      participants$.subscribe((participants) => {
        people = participants;
      }),
      PEX.actions$.ofType(PEX.actions.RECEIVE_CHAT_MESSAGE).subscribe(({ payload }) => hear(payload.payload, payload.uuid, payload.origin)),
      PEX.actions$.ofType(PEX.actions.SEND_CHAT_MESSAGE).subscribe(({ payload }) => {
        const text = payload && payload.payload !== undefined ? payload.payload : payload;
        if (text !== writing) hear(text, PEX.selfUUID, '');
      }),
    );
  }

  function unload() {
    subscriptions.forEach((subscription) => subscription.unsubscribe());
    subscriptions = [];
    people = [];
    last.clear();
  }

  function fits({ keyword, where }, text) {
    const [sought, said] = [String(keyword || '').trim().toLowerCase(), String(text).trim().toLowerCase()];
    if (!sought) return false;
    return where === 'whole' ? said === sought : where === 'contains' ? said.includes(sought) : said.startsWith(sought);
  }

  /** Everybody's browser hears the same words, so one of them speaks for all: the host in a browser who has been here longest. */
  function speaksForAll() {
    const hosts = people.filter((one) => one.role === 'chair' && one.protocol === 'api');
    const [first] = hosts.sort((a, b) => a.startTime - b.startTime || (a.uuid < b.uuid ? -1 : 1));
    return first !== undefined && first.uuid === PEX.selfUUID;
  }

  function hear(text, uuid, origin) {
    const writer = people.find((one) => one.uuid === uuid);
    const name = writer ? writer.name : origin;
    chosen.rules.forEach((rule, index) => {
      if (!rule || !fits(rule, text) || (rule.hostsOnly && !(writer && writer.role === 'chair'))) return;
      const key = `${index} ${rule.action === 'reply' || rule.action === 'dialog' ? '' : uuid}`;
      if (Date.now() - (last.get(key) || 0) < chosen.pause * 1000) return;
      last.set(key, Date.now());
      act(rule, uuid, name);
    });
  }

  function act({ action, text }, uuid, name) {
    const words = String(text || '').replace(/\{name\}/g, () => name);
    if (action === 'raise' && uuid === PEX.selfUUID) PEX.pluginAPI.sendRequest(`/participants/${uuid}/buzz`);
    if (action === 'mute' && uuid && speaksForAll()) PEX.pluginAPI.sendRequest(`/participants/${uuid}/mute`);
    if (action === 'reply' && words && speaksForAll()) reply(words);
    if (action === 'dialog' && words && uuid !== PEX.selfUUID) tell(words, name);
  }

  /** Its own answers are no keywords to it, or two rules could go on for ever. */
  function reply(words) {
    writing = words;
    PEX.pluginAPI.sendChatMessage(words);
    writing = null;
  }

  function tell(words, name) {
    PEX.pluginAPI.openTemplateDialog({
      title: say('title', { name }),
      body: `<p class="pex-dialog-content-message" style="white-space: pre-line">${escaped(words)}</p>
        <div class="buttons"><button type="button" class="dialog-button blue-action-button chat-keyword-close" autofocus>${escaped(say('close'))}</button></div>`
    }).then((dialog) => {
      // Two may be open at once: this one is the newest.
      const buttons = document.querySelectorAll('.chat-keyword-close');
      buttons[buttons.length - 1].addEventListener('click', () => dialog.close());
    });
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-chat-keyword', load, unload });
})();
