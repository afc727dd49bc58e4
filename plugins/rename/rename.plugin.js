/** Rename: another text under somebody’s picture, and the name again when it is taken away. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/rename/', document.baseURI).href;

  const defaults = {
    "maximumLength": 60,
    "showText": true
  };

  const words = {
    "en": {
      "label": "Show another name", "title": "Another name for {name}", "field": "Name under the picture",
      "hint": "In the list of people, {name} stays {name}.", "save": "Show", "own": "Show the own name", "cancel": "Cancel",
      "refused": "Not changed: {why}"
    },
    "de": {
      "label": "Anderen Namen zeigen", "title": "Ein anderer Name für {name}", "field": "Name unter dem Bild",
      "hint": "In der Liste der Personen bleibt {name} {name}.", "save": "Zeigen", "own": "Eigenen Namen zeigen", "cancel": "Abbrechen",
      "refused": "Nicht geändert: {why}"
    },
    "fr": {
      "label": "Afficher un autre nom", "title": "Un autre nom pour {name}", "field": "Nom sous l’image",
      "hint": "Dans la liste des personnes, {name} reste {name}.", "save": "Afficher", "own": "Afficher son propre nom",
      "cancel": "Annuler", "refused": "Pas changé : {why}"
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
      console.info(`rename: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({});
  let subscription = null;
  let languages = null;

  function load(participants$) {
    let people = [];
    // A recording or a stream has no picture to write under.
    const show = () => state$.next(Object.assign({ label: say('label') }, ...people.filter((one) => one.isStreaming).map((one) => ({ [one.uuid]: { icon: null, label: null } }))));
    languages = new MutationObserver(show);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    subscription = participants$.subscribe((participants) => {
      people = participants;
      show();
    });
  }

  /** Names that were given stay: they were somebody's wish, and whoever unloads this may be another. */
  function unload() {
    if (subscription) subscription.unsubscribe();
    if (languages) languages.disconnect();
    subscription = languages = null;
  }

  async function renameParticipant(participant) {
    const { maximumLength, showText } = await settings;
    const { uuid, name } = participant;
    PEX.pluginAPI.openTemplateDialog({
      title: say('title', { name }),
      body: `<form id="rename-form">
        <label for="rename-name" style="display: block; margin-bottom: 4px">${escaped(say('field'))}</label>
        <input id="rename-name" class="pex-text-input" autocomplete="off" maxlength="${Number(maximumLength)}" value="${escaped(name)}" required aria-describedby="rename-hint rename-problem">
        <p id="rename-hint" class="pex-dialog-content-message" style="margin: 8px 0 0">${escaped(say('hint', { name }))}</p>
        <p id="rename-problem" class="pex-dialog-content-message" role="alert" style="margin: 8px 0 0"></p>
        <div class="buttons">
          <button type="button" class="dialog-button" id="rename-cancel">${escaped(say('cancel'))}</button>
          <button type="button" class="dialog-button" id="rename-own">${escaped(say('own'))}</button>
          <button type="submit" class="dialog-button blue-action-button">${escaped(say('save'))}</button>
        </div>
      </form>`
    }).then((dialog) => {
      const form = document.getElementById('rename-form');
      const field = document.getElementById('rename-name');
      const problem = document.getElementById('rename-problem');
      const give = async (text) => {
        const { status, result } = await PEX.pluginAPI.sendRequest(`/participants/${uuid}/overlaytext`, { text });
        if (status !== 'success') return void (problem.textContent = say('refused', { why: result }));
        if (showText && text !== '') PEX.pluginAPI.transformConferenceLayout({ enable_overlay_text: true });
        dialog.close();
      };
      field.select();
      document.getElementById('rename-cancel').addEventListener('click', () => dialog.close());
      document.getElementById('rename-own').addEventListener('click', () => give(''));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        give(field.value.trim());
      });
    });
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-rename', load, unload, renameParticipant, state$ });
})();
