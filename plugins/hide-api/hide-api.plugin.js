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
  let chosen = defaults;
  let isOn = true;
  let languages = null;
  /** What stands between the call and the app's list of people. */
  let sieve = null;

  function show() {
    const count = sieve ? sieve.count() : 0;
    if (isOn && count === 0) state$.next({ icon: null, label: null });
    else state$.next(isOn ? { icon: 'assets/show.svg#show', label: say('show', { count }) } : { icon: 'assets/hide.svg#hide', label: say('hide') });
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

  function putBetween(call) {
    const names = ['onSyncBegin', 'onParticipantCreate', 'onParticipantUpdate', 'onParticipantDelete'];
    const other = Object.fromEntries(names.map((name) => [name, call[name] || (() => undefined)]));
    /** Everybody as the server last told, and of them those who are left out. */
    const known = new Map();
    const hidden = new Set();
    let active = true;
    const tell = (name, raw) => {
      if (!active) return void other[name].call(call, raw);
      known.set(raw.uuid, raw);
      const [was, is] = [hidden.has(raw.uuid), isHidden(raw)];
      if (is) hidden.add(raw.uuid);
      else hidden.delete(raw.uuid);
      if (!is) other[was ? 'onParticipantCreate' : name].call(call, raw);
      else if (!was) other.onParticipantDelete.call(call, { uuid: raw.uuid });
      show();
    };
    const mine = {
      // Everybody is told of anew, and whoever went meanwhile is not.
      onSyncBegin: (...given) => {
        known.clear();
        hidden.clear();
        other.onSyncBegin.apply(call, given);
      },
      onParticipantCreate: (raw) => tell('onParticipantCreate', raw),
      onParticipantUpdate: (raw) => tell('onParticipantUpdate', raw),
      onParticipantDelete: (gone) => {
        known.delete(gone.uuid);
        if (!hidden.delete(gone.uuid)) other.onParticipantDelete.call(call, gone);
        if (active) show();
      },
    };
    Object.assign(call, mine);
    const again = () => known.forEach((raw) => tell('onParticipantUpdate', raw));
    return {
      again,
      count: () => hidden.size,
      add(all) {
        all.filter((raw) => !known.has(raw.uuid)).forEach((raw) => known.set(raw.uuid, raw));
        again();
      },
      takeAway() {
        again();
        active = false;
        // Whoever put something on top of it keeps that, and this one lets everything through.
        names.filter((name) => call[name] === mine[name]).forEach((name) => (call[name] = other[name]));
      },
    };
  }

  async function load() {
    const watcher = languages = new MutationObserver(show);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    isOn = true;
    chosen = await settings;
    if (languages !== watcher || !PEX.pexrtc) return;
    sieve = putBetween(PEX.pexrtc);
    // Whoever was there before this plugin is asked for once.
    const { status, result } = await PEX.pluginAPI.sendRequest('participants');
    if (languages === watcher && status === 'success') sieve.add(result);
  }

  function unload() {
    if (languages) languages.disconnect();
    isOn = false;
    if (sieve) sieve.takeAway();
    languages = sieve = null;
  }

  function toggleHidden() {
    isOn = !isOn;
    if (sieve) sieve.again();
    show();
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-hide-api', load, unload, toggleHidden, state$ });
})();
