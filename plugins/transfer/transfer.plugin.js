/** Transfer: sends somebody to another meeting, chosen from a list or typed, or to the waiting room of the house. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/transfer/', document.baseURI).href;

  const defaults = {
    "rooms": [],
    "waitingRoom": "",
    "freeText": true,
    "role": "guest"
  };

  const words = {
    "en": {
      "label": "Send to another meeting", "title": "Where to send {name}?", "room": "Meeting", "choose": "Choose a meeting",
      "other": "Another meeting", "alias": "Alias of the other meeting", "role": "Role over there", "guest": "Guest", "host": "Host",
      "pin": "PIN over there, if there is one", "waiting": "Send to the waiting room", "send": "Send", "cancel": "Cancel",
      "empty": "Please say where to.", "gone": "{name} has left this meeting.", "noSuch": "There is no meeting {alias}.",
      "pinWrong": "{alias} does not let anybody in with this PIN and role.", "refused": "{name} was not sent: {why}"
    },
    "de": {
      "label": "In eine andere Sitzung schicken", "title": "Wohin mit {name}?", "room": "Sitzung", "choose": "Sitzung wählen",
      "other": "Eine andere Sitzung", "alias": "Alias der anderen Sitzung", "role": "Rolle dort", "guest": "Gast", "host": "Gastgeber",
      "pin": "PIN dort, wenn es eine gibt", "waiting": "In den Warteraum schicken", "send": "Schicken", "cancel": "Abbrechen",
      "empty": "Bitte sagen, wohin.", "gone": "{name} hat diese Sitzung verlassen.", "noSuch": "Eine Sitzung {alias} gibt es nicht.",
      "pinWrong": "{alias} lässt mit dieser PIN und Rolle niemanden ein.", "refused": "{name} wurde nicht geschickt: {why}"
    },
    "fr": {
      "label": "Envoyer vers une autre réunion", "title": "Où envoyer {name} ?", "room": "Réunion", "choose": "Choisir une réunion",
      "other": "Une autre réunion", "alias": "Alias de l’autre réunion", "role": "Rôle là-bas", "guest": "Invité", "host": "Animateur",
      "pin": "Code PIN là-bas, s’il y en a un", "waiting": "Envoyer en salle d’attente", "send": "Envoyer", "cancel": "Annuler",
      "empty": "Veuillez dire où.", "gone": "{name} a quitté cette réunion.", "noSuch": "Il n’y a pas de réunion {alias}.",
      "pinWrong": "{alias} ne laisse entrer personne avec ce code et ce rôle.", "refused": "{name} n’a pas été envoyé : {why}"
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
      console.info(`transfer: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({});
  let subscription = null;
  let languages = null;
  let people = [];

  /** The item is there for whoever can be sent somewhere. */
  function show() {
    const fixed = people.filter((one) => !one.canTransfer).map((one) => [one.uuid, { icon: null, label: null }]);
    state$.next({ label: say('label'), ...Object.fromEntries(fixed) });
  }

  function load(participants$) {
    languages = new MutationObserver(show);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    subscription = participants$.subscribe((participants) => {
      people = participants;
      show();
    });
  }

  function unload() {
    if (subscription) subscription.unsubscribe();
    if (languages) languages.disconnect();
    subscription = languages = null;
    people = [];
  }

  function whyOf(result, name, alias) {
    if (/nor gateway|not found|no such/i.test(result)) return say('noSuch', { alias });
    return /pin/i.test(result) ? say('pinWrong', { alias }) : say('refused', { name, why: result });
  }

  const field = (id, key, inner) => `<div style="margin-bottom: 12px"><label for="${id}" style="display: block; margin-bottom: 4px">${escaped(say(key))}</label>${inner}</div>`;

  function bodyFor(rooms, { waitingRoom, freeText, role }) {
    const options = rooms.map(({ name, alias }) => `<option value="${escaped(alias)}">${escaped(name)}</option>`).join('');
    const list = `<select id="transfer-room" class="pex-text-input"><option value="">${escaped(say('choose'))}</option>${options}${freeText ? `<option value="" data-other>${escaped(say('other'))}</option>` : ''}</select>`;
    const roles = ['guest', 'host'].map((one) => `<option value="${one}"${one === role ? ' selected' : ''}>${escaped(say(one))}</option>`).join('');
    return `<form id="transfer-form">
      ${rooms.length > 0 ? field('transfer-room', 'room', list) : ''}
      ${freeText ? `<div id="transfer-free"${rooms.length > 0 ? ' hidden' : ''}>${field('transfer-alias', 'alias', '<input id="transfer-alias" class="pex-text-input" autocomplete="off" spellcheck="false" autocapitalize="none" maxlength="250" aria-describedby="transfer-problem">')}</div>` : ''}
      ${field('transfer-role', 'role', `<select id="transfer-role" class="pex-text-input">${roles}</select>`)}
      ${field('transfer-pin', 'pin', '<input id="transfer-pin" class="pex-text-input" type="password" autocomplete="off" inputmode="numeric" maxlength="40">')}
      <p id="transfer-problem" class="pex-dialog-content-message" role="alert" style="margin: 0"></p>
      <div class="buttons">
        <button type="button" class="dialog-button" id="transfer-cancel">${escaped(say('cancel'))}</button>
        ${waitingRoom ? `<button type="button" class="dialog-button" id="transfer-waiting">${escaped(say('waiting'))}</button>` : ''}
        <button type="submit" class="dialog-button blue-action-button">${escaped(say('send'))}</button>
      </div>
    </form>`;
  }

  async function openTransfer({ uuid, name }) {
    const chosen = await settings;
    const rooms = chosen.rooms.filter((room) => room && room.name && room.alias);
    PEX.pluginAPI.openTemplateDialog({ title: say('title', { name }), body: bodyFor(rooms, chosen) }).then((dialog) => {
      const at = (part) => document.getElementById(`transfer-${part}`);
      const complain = (text) => void (at('problem').textContent = text);
      const send = async (alias, role, pin) => {
        if (!alias) return complain(say('empty'));
        if (!people.some((one) => one.uuid === uuid)) return complain(say('gone', { name }));
        complain('');
        const { status, result } = await PEX.pluginAPI.sendRequest(`/participants/${uuid}/transfer`, { conference_alias: alias, role, pin });
        if (status === 'success') dialog.close();
        else complain(whyOf(String(result), name, alias));
      };
      const isOther = () => !at('room') || at('room').selectedOptions[0].hasAttribute('data-other');
      if (at('room') && at('free')) at('room').addEventListener('change', () => {
        at('free').hidden = !isOther();
        if (isOther()) at('alias').focus();
      });
      if (at('waiting')) at('waiting').addEventListener('click', () => send(chosen.waitingRoom, 'guest', ''));
      at('cancel').addEventListener('click', () => dialog.close());
      at('form').addEventListener('submit', (event) => {
        event.preventDefault();
        send(isOther() ? at('alias') && at('alias').value.trim() : at('room').value, at('role').value, at('pin').value);
      });
    });
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-transfer', load, unload, openTransfer, state$ });
})();
