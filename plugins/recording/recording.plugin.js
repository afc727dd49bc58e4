/** Recording: one button that calls the recorder into the meeting and, once it is there, sends it away. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/recording/', document.baseURI).href;

  const defaults = {
    "destination": "",
    "protocol": "rtmp",
    "label": "Recording",
    "streaming": true,
    "announcement": ""
  };

  const words = {
    "en": {
      "start": "Start recording", "calling": "Calling the recorder", "stop": "Stop recording", "ask": "Start recording",
      "destination": "Address of the recorder", "cancel": "Cancel", "close": "Close", "failed": "The recording did not start",
      "empty": "Please give the address of the recorder.",
      "unreachable": "Nobody could be called at {destination} by {protocol}. Either the address is wrong, or this server may not call it.",
      "rejected": "{destination} was called and did not take the call.", "kept": "The recording could not be ended: {why}"
    },
    "de": {
      "start": "Aufnahme starten", "calling": "Aufnahme wird angerufen", "stop": "Aufnahme beenden", "ask": "Aufnahme starten",
      "destination": "Adresse der Aufnahme", "cancel": "Abbrechen", "close": "Schließen", "failed": "Die Aufnahme hat nicht begonnen",
      "empty": "Bitte die Adresse der Aufnahme angeben.",
      "unreachable": "Unter {destination} ist über {protocol} niemand zu erreichen. Entweder ist die Adresse falsch, oder dieser Server darf sie nicht anrufen.",
      "rejected": "{destination} wurde angerufen und hat nicht angenommen.", "kept": "Die Aufnahme ließ sich nicht beenden: {why}"
    },
    "fr": {
      "start": "Lancer l’enregistrement", "calling": "Appel de l’enregistreur", "stop": "Arrêter l’enregistrement", "ask": "Lancer l’enregistrement",
      "destination": "Adresse de l’enregistreur", "cancel": "Annuler", "close": "Fermer", "failed": "L’enregistrement n’a pas commencé",
      "empty": "Veuillez indiquer l’adresse de l’enregistreur.",
      "unreachable": "Personne n’a pu être appelé à {destination} en {protocol}. L’adresse est fausse, ou ce serveur ne peut pas l’appeler.",
      "rejected": "{destination} a été appelé et n’a pas répondu.", "kept": "L’enregistrement n’a pas pu être arrêté : {why}"
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
      console.info(`recording: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({ icon: null, label: null });
  let people = [];
  let chosen = defaults;
  /** The call that this browser made: who was called where, and how far that came. */
  let call = null;
  let subscription = null;
  let languages = null;

  const plain = (address) => String(address).trim().replace(/^sips?:/i, '').toLowerCase();

  /** Two hosts agree on it, since both look at who is there and not at who pressed. */
  const isRecorder = (one) => (call && one.uuid === call.uuid) || (chosen.destination ? plain(one.uri) === plain(chosen.destination) : one.isStreaming);

  function show() {
    const recorder = people.find(isRecorder);
    if (!recorder) state$.next({ icon: 'assets/start.svg#start', label: say('start') });
    else if (recorder.serviceType === 'connecting') state$.next({ icon: 'assets/calling.svg#calling', label: say('calling') });
    else state$.next({ icon: 'assets/stop.svg#stop', label: say('stop') });
  }

  /** A call rings after it was accepted, and may still come to nothing. */
  function follow() {
    const called = call && people.find((one) => one.uuid === call.uuid);
    if (called && called.serviceType !== 'connecting' && !call.answered) {
      call.answered = true;
      if (chosen.announcement) PEX.pluginAPI.sendChatMessage(chosen.announcement);
    }
    if (called) call.seen = true;
    else if (call && call.seen) {
      if (!call.answered && !call.ended) tell(say('rejected', call));
      call = null;
    }
  }

  async function load(participants$) {
    languages = new MutationObserver(show);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    const watcher = languages;
    chosen = await settings;
    if (languages !== watcher) return;
    subscription = participants$.subscribe((participants) => {
      people = participants;
      follow();
      show();
    });
  }

  function unload() {
    if (subscription) subscription.unsubscribe();
    if (languages) languages.disconnect();
    subscription = languages = call = null;
    people = [];
  }

  function toggleRecording() {
    const recorder = people.find(isRecorder);
    if (recorder) end(recorder);
    else if (call) return;
    else if (chosen.destination) start(chosen.destination, tell);
    else ask();
  }

  async function end(recorder) {
    if (call) call.ended = true;
    const { status, result } = await PEX.pluginAPI.disconnectParticipant(recorder.uuid);
    if (status !== 'success') tell(say('kept', { why: result }));
  }

  /** Calls, and says whether somebody is being called. */
  async function start(destination, failed) {
    const { protocol, label, streaming } = chosen;
    call = { uuid: null, destination };
    const { result } = await PEX.pluginAPI.dialOut(destination, protocol, 'guest', null, { streaming, remote_display_name: label || destination });
    if (Array.isArray(result) && result.length > 0) {
      call = { uuid: result[0], destination };
      follow();
      show();
      return true;
    }
    call = null;
    failed(say('unreachable', { destination, protocol }));
    return false;
  }

  function tell(text) {
    PEX.pluginAPI.openTemplateDialog({
      title: say('failed'),
      body: `<p class="pex-dialog-content-message" role="alert">${escaped(text)}</p>
        <div class="buttons"><button type="button" class="dialog-button blue-action-button" id="recording-close" autofocus>${escaped(say('close'))}</button></div>`
    }).then((dialog) => document.getElementById('recording-close').addEventListener('click', () => dialog.close()));
  }

  function ask() {
    PEX.pluginAPI.openTemplateDialog({
      title: say('ask'),
      body: `<form id="recording-form">
        <label for="recording-destination" style="display: block; margin-bottom: 4px">${escaped(say('destination'))}</label>
        <input id="recording-destination" class="pex-text-input" autocomplete="off" spellcheck="false" maxlength="500" aria-describedby="recording-problem">
        <p id="recording-problem" class="pex-dialog-content-message" role="alert" style="margin: 8px 0 0"></p>
        <div class="buttons">
          <button type="button" class="dialog-button" id="recording-cancel">${escaped(say('cancel'))}</button>
          <button type="submit" class="dialog-button green-action-button">${escaped(say('start'))}</button>
        </div>
      </form>`
    }).then((dialog) => {
      const form = document.getElementById('recording-form');
      const field = document.getElementById('recording-destination');
      const problem = document.getElementById('recording-problem');
      const complain = (text) => {
        problem.textContent = text;
        field.focus();
      };
      document.getElementById('recording-cancel').addEventListener('click', () => dialog.close());
      form.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (call) return;
        if (!field.value.trim()) return complain(say('empty'));
        problem.textContent = '';
        if (await start(field.value.trim(), complain)) dialog.close();
      });
    });
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-recording', load, unload, toggleRecording, state$ });
})();
