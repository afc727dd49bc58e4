/** Hide API participants: whoever is connected without microphone and camera is left out of the list of people. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/hide-api/', document.baseURI).href;

  const defaults = {
    "names": [],
    "keepHosts": false
  };

  const words = {
    "en": {
      "show": "Show hidden participants ({count})", "hide": "Hide participants without devices"
    },
    "de": {
      "show": "Verborgene Teilnehmer zeigen ({count})", "hide": "Teilnehmer ohne Geräte verbergen"
    },
    "fr": {
      "show": "Afficher les participants masqués ({count})", "hide": "Masquer les participants sans appareils"
    }
  };

  const say = (key, places = {}) => (words[document.documentElement.lang.slice(0, 2)] || words.en)[key].replace(/\{(\w+)\}/g, (_, name) => places[name]);

  /** What the administrator chose; whatever is missing, or of another kind than its default, stays at its default. */
  async function readSettings() {
    try {
      const answer = await fetch(new URL('settings.json', own));
      if (!answer.ok) throw new Error(`it was answered with ${answer.status}`);
      const given = await answer.json();
      const kind = (value) => (Array.isArray(value) ? 'array' : typeof value);
      return Object.fromEntries(Object.entries(defaults).map(([name, usual]) => [name, kind(given[name]) === kind(usual) ? given[name] : usual]));
    } catch (reason) {
      console.info(`hide-api: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({ icon: null, label: null });
  /** Everybody as the server last told, and of them those who are left out. */
  const known = new Map();
  const hidden = new Set();
  let chosen = defaults;
  let isOn = true;
  let languages = null;
  let giveBack = null;

  function show() {
    if (isOn && hidden.size === 0) state$.next({ icon: null, label: null });
    else state$.next(isOn ? { icon: 'assets/show.svg#show', label: say('show', { count: hidden.size }) } : { icon: 'assets/hide.svg#hide', label: say('hide') });
  }

  /** Never oneself, nobody who was called, and nobody who is still at the door, whom a host has to see. */
  function isHidden(raw) {
    if (!isOn || raw.uuid === PEX.selfUUID || raw.call_direction === 'out' || raw.is_streaming_conference) return false;
    if (raw.is_video_call === 'YES' || raw.is_audio_only_call === 'YES' || raw.has_media === true) return false;
    if (raw.service_type === 'waiting_room' || raw.service_type === 'connecting') return false;
    if (chosen.keepHosts && raw.role === 'chair') return false;
    const name = String(raw.display_name || '').toLowerCase();
    return chosen.names.length === 0 || chosen.names.some((start) => typeof start === 'string' && start !== '' && name.startsWith(start.toLowerCase()));
  }

  /** Stands between the call and the app's list of people. Returns what undoes it. */
  function standBetween(call) {
    const other = { create: call.onParticipantCreate, update: call.onParticipantUpdate, remove: call.onParticipantDelete };
    const tell = (raw, first) => {
      known.set(raw.uuid, raw);
      const [was, is] = [hidden.has(raw.uuid), isHidden(raw)];
      if (is) hidden.add(raw.uuid);
      else hidden.delete(raw.uuid);
      if (!is) (first || was ? other.create : other.update).call(call, raw);
      else if (!was) other.remove.call(call, { uuid: raw.uuid });
      show();
    };
    const mine = {
      create: (raw) => tell(raw, true),
      update: (raw) => tell(raw, false),
      remove: (gone) => {
        known.delete(gone.uuid);
        const was = hidden.delete(gone.uuid);
        if (!was) other.remove.call(call, gone);
        show();
      },
    };
    const begin = call.onSyncBegin;
    const forget = (...given) => {
      // Everybody is told of anew, and whoever went meanwhile is not.
      known.clear();
      hidden.clear();
      if (begin) begin.apply(call, given);
    };
    call.onSyncBegin = forget;
    call.onParticipantCreate = mine.create;
    call.onParticipantUpdate = mine.update;
    call.onParticipantDelete = mine.remove;
    return {
      again: () => [...known.values()].forEach((raw) => tell(raw, false)),
      undo() {
        if (call.onSyncBegin === forget) call.onSyncBegin = begin;
        if (call.onParticipantCreate === mine.create) call.onParticipantCreate = other.create;
        if (call.onParticipantUpdate === mine.update) call.onParticipantUpdate = other.update;
        if (call.onParticipantDelete === mine.remove) call.onParticipantDelete = other.remove;
      },
    };
  }

  async function load() {
    const watcher = languages = new MutationObserver(show);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    isOn = true;
    chosen = await settings;
    if (languages !== watcher || !PEX.pexrtc) return;
    giveBack = standBetween(PEX.pexrtc);
    // Whoever was there before this plugin is asked for once.
    const { status, result } = await PEX.pluginAPI.sendRequest('participants');
    if (languages !== watcher || status !== 'success') return;
    result.filter((raw) => !known.has(raw.uuid)).forEach((raw) => known.set(raw.uuid, raw));
    giveBack.again();
  }

  function unload() {
    if (languages) languages.disconnect();
    isOn = false;
    if (giveBack) {
      giveBack.again();
      giveBack.undo();
    }
    languages = giveBack = null;
    known.clear();
    hidden.clear();
  }

  function toggleHidden() {
    isOn = !isOn;
    giveBack.again();
    show();
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-hide-api', load, unload, toggleHidden, state$ });
})();
