/** Video mute: turns somebody’s camera off for everybody, and allows it again. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/video-mute/', document.baseURI).href;

  const defaults = {
    "hosts": true
  };

  const words = {
    "en": {
      "mute": "Turn the camera off", "unmute": "Allow the camera again", "title": "The camera of {name}",
      "refused": "Nothing changed: {why}", "close": "Close"
    },
    "de": {
      "mute": "Kamera ausschalten", "unmute": "Kamera wieder zulassen", "title": "Die Kamera von {name}",
      "refused": "Nichts geändert: {why}", "close": "Schließen"
    },
    "fr": {
      "mute": "Couper la caméra", "unmute": "Autoriser la caméra", "title": "La caméra de {name}", "refused": "Rien de changé : {why}",
      "close": "Fermer"
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
      console.info(`video-mute: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({ icon: null, label: null });
  let subscription = null;
  let languages = null;

  const lookOf = (one, hosts) => {
    if (one.isStreaming || (one.role === 'chair' && !hosts)) return { icon: null, label: null };
    return one.isVideoMuted ? { icon: 'assets/on.svg#on', label: say('unmute') } : { icon: 'assets/off.svg#off', label: say('mute') };
  };

  async function load(participants$) {
    let people = [];
    let hosts = true;
    const show = () => state$.next(Object.fromEntries(people.map((one) => [one.uuid, lookOf(one, hosts)])));
    const watcher = languages = new MutationObserver(show);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    ({ hosts } = await settings);
    if (languages !== watcher) return;
    subscription = participants$.subscribe((participants) => {
      people = participants;
      show();
    });
  }

  function unload() {
    if (subscription) subscription.unsubscribe();
    if (languages) languages.disconnect();
    subscription = languages = null;
  }

  async function toggleVideo({ uuid, name, isVideoMuted }) {
    const { status, result } = await PEX.pluginAPI.sendRequest(`/participants/${uuid}/${isVideoMuted ? 'video_unmuted' : 'video_muted'}`);
    if (status === 'success') return;
    PEX.pluginAPI.openTemplateDialog({
      title: say('title', { name }),
      body: `<p class="pex-dialog-content-message" role="alert">${escaped(say('refused', { why: result }))}</p>
        <div class="buttons"><button type="button" class="dialog-button blue-action-button" id="video-mute-close" autofocus>${escaped(say('close'))}</button></div>`
    }).then((dialog) => document.getElementById('video-mute-close').addEventListener('click', () => dialog.close()));
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-video-mute', load, unload, toggleVideo, state$ });
})();
