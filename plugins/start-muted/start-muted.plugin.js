/** Start muted: microphones and cameras begin off, for guests or for everybody. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/start-muted/', document.baseURI).href;

  const defaults = {
    "whom": "guests",
    "microphone": true,
    "camera": true,
    "byHost": false
  };

  /** What the administrator chose; whatever is missing, or of another kind than its default, stays at its default. */
  async function readSettings() {
    try {
      const answer = await fetch(new URL('settings.json', own));
      if (!answer.ok) throw new Error(`it was answered with ${answer.status}`);
      const given = await answer.json();
      const kind = (value) => (Array.isArray(value) ? 'array' : typeof value);
      return Object.fromEntries(Object.entries(defaults).map(([name, usual]) => [name, kind(given[name]) === kind(usual) ? given[name] : usual]));
    } catch (reason) {
      console.info(`start-muted: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  let joined = null;
  let subscription = null;

  async function load(participants$) {
    let people = [];
    subscription = participants$.subscribe((participants) => {
      people = participants;
    });
    joined = PEX.actions$.ofType('[Conference] Connect Success').subscribe(async ({ payload }) => {
      const life = joined;
      const { whom, microphone, camera, byHost } = await settings;
      if (joined !== life) return;
      const isHost = payload.joinRole === 'HOST';
      if (whom === 'everybody' || !isHost) {
        if (microphone) PEX.dispatchAction({ type: '[Conference] Mute Microphone' });
        if (camera) PEX.dispatchAction({ type: '[Conference] Mute Camera' });
      }
      // A host who comes later would silence those whom the first one let speak.
      const first = !people.some((one) => one.role === 'chair' && one.uuid !== PEX.selfUUID);
      if (byHost && isHost && first) PEX.pluginAPI.sendRequest('/muteguests');
    });
  }

  function unload() {
    if (joined) joined.unsubscribe();
    if (subscription) subscription.unsubscribe();
    joined = subscription = null;
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-start-muted', load, unload });
})();
