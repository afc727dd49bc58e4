/** Directory: a phone book with a search, from which hosts call people into the meeting. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/directory/', document.baseURI).href;

  const defaults = {
    "entries": [],
    "role": "guest",
    "freeText": true
  };

  const words = {
    "en": {
      "label": "Phone book", "title": "Phone book", "search": "Search, or an address", "role": "Call as", "guest": "Guest", "host": "Host",
      "call": "Call {name}", "callShort": "Call", "typed": "Call {name} as typed", "found": "{count} entries", "none": "No entry matches.",
      "empty": "The phone book has no entries yet. An administrator adds them to the settings of this plugin.",
      "calling": "Calling {name} …", "there": "{name} is in the meeting.",
      "refused": "{name} cannot be called. Either {alias} is wrong, or this server may not call it.",
      "rejected": "{name} did not take the call.", "close": "Close"
    },
    "de": {
      "label": "Telefonbuch", "title": "Telefonbuch", "search": "Suche, oder eine Adresse", "role": "Anrufen als", "guest": "Gast",
      "host": "Gastgeber", "call": "{name} anrufen", "callShort": "Anrufen", "typed": "{name} anrufen, wie getippt",
      "found": "{count} Einträge", "none": "Kein Eintrag passt.",
      "empty": "Das Telefonbuch hat noch keine Einträge. Wer diesen Server verwaltet, trägt sie in den Einstellungen dieses Plugins ein.",
      "calling": "{name} wird angerufen …", "there": "{name} ist in der Sitzung.",
      "refused": "{name} ist nicht zu erreichen. Entweder ist {alias} falsch, oder dieser Server darf dort nicht anrufen.",
      "rejected": "{name} hat nicht angenommen.", "close": "Schließen"
    },
    "fr": {
      "label": "Annuaire", "title": "Annuaire", "search": "Recherche, ou une adresse", "role": "Appeler comme", "guest": "Invité",
      "host": "Animateur", "call": "Appeler {name}", "callShort": "Appeler", "typed": "Appeler {name} tel quel",
      "found": "{count} entrées", "none": "Aucune entrée ne correspond.",
      "empty": "L’annuaire n’a pas encore d’entrées. Un administrateur les ajoute aux réglages de ce plugin.",
      "calling": "Appel de {name} …", "there": "{name} est dans la réunion.",
      "refused": "{name} ne peut pas être appelé. {alias} est faux, ou ce serveur ne peut pas l’appeler.",
      "rejected": "{name} n’a pas pris l’appel.", "close": "Fermer"
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
      console.info(`directory: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({});
  /** Whoever was called from here and has not come or gone yet, by uuid. */
  const calls = new Map();
  let subscription = null;
  let languages = null;
  let people = [];

  const speak = () => state$.next({ label: say('label') });

  function load(participants$) {
    languages = new MutationObserver(speak);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    speak();
    subscription = participants$.subscribe((participants) => {
      people = participants;
      calls.forEach(follow);
    });
  }

  function unload() {
    if (subscription) subscription.unsubscribe();
    if (languages) languages.disconnect();
    subscription = languages = null;
    calls.clear();
    people = [];
  }

  /** The dialog may be closed by then; whoever looks at the list of people sees it there. */
  function tell(text) {
    const said = document.getElementById('directory-said');
    if (said) said.textContent = text;
  }

  function follow(call, uuid) {
    const one = people.find((person) => person.uuid === uuid);
    if (one) call.seen = true;
    if (one ? one.serviceType === 'connecting' : !call.seen) return;
    calls.delete(uuid);
    tell(say(one ? 'there' : 'rejected', call.entry));
  }

  async function dial(entry, role) {
    tell(say('calling', entry));
    const { result } = await PEX.pluginAPI.dialOut(entry.alias, entry.protocol || 'auto', role, null, entry.typed ? {} : { remote_display_name: entry.name });
    if (!Array.isArray(result) || result.length === 0) return tell(say('refused', entry));
    calls.set(result[0], { entry });
    follow(calls.get(result[0]), result[0]);
  }

  const plain = (text) => String(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

  /** Every word must be somewhere in the entry, in any order and without regard to accents. */
  function matching(entries, text) {
    const sought = plain(text).split(/\s+/).filter(Boolean);
    return entries.filter((entry) => sought.every((word) => plain(`${entry.name} ${entry.alias} ${entry.note || ''}`).includes(word)));
  }

  const line = (entry, index) => `<li style="display: flex; gap: 12px; align-items: center; padding: 6px 0">
    <span style="flex: 1; min-width: 0"><strong><bdi>${escaped(entry.name)}</bdi></strong>${entry.typed ? '' : `<br><small>${escaped([entry.note, entry.alias].filter(Boolean).join(' · '))}</small>`}</span>
    <button type="button" class="dialog-button green-action-button" data-index="${index}" aria-label="${escaped(say(entry.typed ? 'typed' : 'call', entry))}">${escaped(say('callShort'))}</button></li>`;

  async function openDirectory() {
    const { entries, role, freeText } = await settings;
    const book = entries.filter((entry) => entry && entry.name && entry.alias).sort((a, b) => a.name.localeCompare(b.name));
    const roles = ['guest', 'host'].map((one) => `<option value="${one}"${one === role ? ' selected' : ''}>${escaped(say(one))}</option>`).join('');
    PEX.pluginAPI.openTemplateDialog({
      title: say('title'),
      body: `<div id="directory" style="width: 34rem; max-width: 100%">
        <div style="display: flex; flex-wrap: wrap; gap: 12px">
          <div style="flex: 2 1 14rem"><label for="directory-search" style="display: block; margin-bottom: 4px">${escaped(say('search'))}</label>
            <input id="directory-search" type="search" class="pex-text-input" autocomplete="off" spellcheck="false" autocapitalize="none" maxlength="250" autofocus></div>
          <div style="flex: 1 1 8rem"><label for="directory-role" style="display: block; margin-bottom: 4px">${escaped(say('role'))}</label>
            <select id="directory-role" class="pex-text-input">${roles}</select></div>
        </div>
        <p id="directory-found" class="pex-dialog-content-message" role="status" style="margin: 12px 0 0"></p>
        <ul id="directory-list" style="list-style: none; margin: 0; padding: 0; max-height: 40vh; overflow: auto"></ul>
        <p id="directory-said" class="pex-dialog-content-message" role="status" style="margin: 12px 0 0; min-height: 1.5em"></p>
        <div class="buttons"><button type="button" class="dialog-button" id="directory-close">${escaped(say('close'))}</button></div>
      </div>`
    }).then((dialog) => {
      const at = (part) => document.getElementById(`directory-${part}`);
      let shown = [];
      const look = () => {
        const text = at('search').value.trim();
        const found = matching(book, text);
        shown = [...found, ...(freeText && text && found.length === 0 ? [{ name: text, alias: text, typed: true }] : [])];
        at('found').textContent = book.length === 0 ? say('empty') : found.length === 0 ? say('none') : say('found', { count: found.length });
        at('list').replaceChildren(...shown.map((entry, index) => document.createRange().createContextualFragment(line(entry, index))));
      };
      at('search').addEventListener('input', look);
      at('search').addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && shown.length === 1) dial(shown[0], at('role').value);
      });
      at('list').addEventListener('click', (event) => {
        const pressed = event.target.closest('[data-index]');
        if (pressed) dial(shown[Number(pressed.dataset.index)], at('role').value);
      });
      at('close').addEventListener('click', () => dialog.close());
      look();
    });
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-directory', load, unload, openDirectory, state$ });
})();
