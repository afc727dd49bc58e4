/** Anonymise: guests are shown under a neutral name, in the picture and in guests’ lists of people, until it is taken back. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/anonymise/', document.baseURI).href;

  const defaults = {
    "label": "Guest {number}",
    "lists": true
  };

  const words = {
    "en": {
      "hide": "Hide the names of guests", "show": "Show the names of guests", "title": "Names of guests",
      "failed": "The names of {count} guests could not be changed: {why}", "close": "Close"
    },
    "de": {
      "hide": "Namen der Gäste verbergen", "show": "Namen der Gäste zeigen", "title": "Namen der Gäste",
      "failed": "Die Namen von {count} Gästen ließen sich nicht ändern: {why}", "close": "Schließen"
    },
    "fr": {
      "hide": "Masquer les noms des invités", "show": "Afficher les noms des invités", "title": "Noms des invités",
      "failed": "Les noms de {count} invités n’ont pas pu être changés : {why}", "close": "Fermer"
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
      console.info(`anonymise: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({ icon: null, label: null });
  /** The text under each picture as the server last told it. */
  const texts = new Map();
  /** What stood there before, of those whom this browser gave a neutral name. */
  const before = new Map();
  let subscription = null;
  let languages = null;
  let label = defaults.label;
  let people = [];
  /** Whether this browser gives newcomers a neutral name. */
  let hides = false;
  let giveBack = null;

  const isHost = () => people.some((one) => one.uuid === PEX.selfUUID && one.role === 'chair');
  const guests = () => people.filter((one) => one.role === 'guest' && !one.isStreaming && !['connecting', 'waiting_room', 'ivr'].includes(one.serviceType));
  const isNeutral = (words) => numberOf(words) > 0;
  const areHidden = () => hides || guests().some((one) => isNeutral(texts.get(one.uuid)));
  const write = (uuid, words) => PEX.pluginAPI.sendRequest(`/participants/${uuid}/overlaytext`, { text: words });

  function numberOf(words) {
    const [start, end] = label.split('{number}');
    const fits = typeof words === 'string' && words.startsWith(start) && words.endsWith(end);
    const number = fits ? words.slice(start.length, words.length - end.length) : '';
    return /^\d{1,5}$/.test(number) ? Number(number) : 0;
  }

  /** Hosts agree on it, since all of them look at what stands under the pictures. */
  function show() {
    if (!isHost()) state$.next({ icon: null, label: null });
    else state$.next(areHidden() ? { icon: 'assets/show.svg#show', label: say('show') } : { icon: 'assets/hide.svg#hide', label: say('hide') });
  }

  async function load(participants$) {
    const watcher = languages = new MutationObserver(show);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    const chosen = await settings;
    if (languages !== watcher || !PEX.pexrtc) return;
    label = chosen.label.includes('{number}') ? chosen.label : defaults.label;
    giveBack = standBetween(PEX.pexrtc, chosen.lists);
    subscription = participants$.subscribe((participants) => {
      people = participants;
      if (hides) hideNames();
      show();
    });
  }

  /** Names that this browser hid come back with it, so that nobody stays nameless by accident. */
  function unload() {
    if (subscription) subscription.unsubscribe();
    if (languages) languages.disconnect();
    before.forEach((words, uuid) => people.some((one) => one.uuid === uuid) && write(uuid, words));
    before.clear();
    if (giveBack) giveBack();
    subscription = languages = giveBack = null;
    hides = false;
    texts.clear();
    people = [];
  }

  async function toggleNames() {
    hides = !areHidden();
    const answers = hides ? hideNames() : showNames();
    show();
    complain((await Promise.all(answers)).filter((answer) => answer.status !== 'success'));
  }

  /** Whoever came meanwhile gets the next free number; whoever has one keeps it. */
  function hideNames() {
    let number = Math.max(0, ...[...texts.values()].map(numberOf));
    return guests().filter(({ uuid }) => !before.has(uuid) && !isNeutral(texts.get(uuid))).map(({ uuid }) => {
      before.set(uuid, texts.get(uuid) || '');
      texts.set(uuid, label.replace('{number}', ++number));
      return write(uuid, texts.get(uuid));
    });
  }

  function showNames() {
    const earlier = new Map(before);
    before.clear();
    return guests().filter(({ uuid }) => isNeutral(texts.get(uuid))).map(({ uuid }) => write(uuid, earlier.get(uuid) || ''));
  }

  function complain(failed) {
    if (failed.length === 0) return;
    PEX.pluginAPI.openTemplateDialog({
      title: say('title'),
      body: `<p class="pex-dialog-content-message" role="alert">${escaped(say('failed', { count: failed.length, why: failed[0].result }))}</p>
        <div class="buttons"><button type="button" class="dialog-button blue-action-button" id="anonymise-close" autofocus>${escaped(say('close'))}</button></div>`
    }).then((dialog) => document.getElementById('anonymise-close').addEventListener('click', () => dialog.close()));
  }

  /** Another host may show the names again; then this browser must not hide those of newcomers. */
  function note({ uuid, overlay_text: words }) {
    const wasNeutral = isNeutral(texts.get(uuid));
    texts.set(uuid, words || '');
    if (hides && before.has(uuid) && wasNeutral && !isNeutral(words)) {
      hides = false;
      before.clear();
    }
    show();
  }

  /** Hears of the texts under the pictures and, in a guest's browser, puts neutral names into the list too. Returns what undoes it. */
  function standBetween(call, lists) {
    const covered = new Map();
    let active = true;
    const cover = (raw) => {
      if (!active) return raw;
      note(raw);
      const hidden = lists && call.role === 'GUEST' && raw.uuid !== call.uuid && isNeutral(raw.overlay_text);
      if (hidden) covered.set(raw.uuid, raw);
      else covered.delete(raw.uuid);
      return hidden ? { ...raw, display_name: raw.overlay_text } : raw;
    };
    const undo = ['onParticipantCreate', 'onParticipantUpdate'].map((name) => {
      const other = call[name];
      const mine = (raw) => other.call(call, cover(raw));
      call[name] = mine;
      return () => {
        // Whoever put something on top of it keeps that, and this one lets everything through.
        if (call[name] === mine) call[name] = other;
      };
    });
    // Whoever was there before is asked for once.
    PEX.pluginAPI.sendRequest('participants').then(({ status, result }) => {
      if (!active || status !== 'success') return;
      result.forEach((raw) => isNeutral(raw.overlay_text) ? call.onParticipantUpdate(raw) : note(raw));
    });
    return () => {
      active = false;
      covered.forEach((raw) => people.some((one) => one.uuid === raw.uuid) && call.onParticipantUpdate(raw));
      undo.forEach((back) => back());
    };
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-anonymise', load, unload, toggleNames, state$ });
})();
