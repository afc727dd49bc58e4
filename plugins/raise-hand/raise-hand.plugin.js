/** Raise hand: tells hosts who raised a hand, in a note at the edge that they can act on. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/raise-hand/', document.baseURI).href;

  const defaults = {
    "seconds": 20,
    "sound": false,
    "unmute": true
  };

  const words = {
    "en": {
      "notes": "Raised hands", "raised": "{name} raised a hand", "lower": "Lower the hand", "speak": "Let speak", "close": "Close"
    },
    "de": {
      "notes": "Gehobene Hände", "raised": "{name} hebt die Hand", "lower": "Hand senken", "speak": "Sprechen lassen",
      "close": "Schließen"
    },
    "fr": {
      "notes": "Mains levées", "raised": "{name} lève la main", "lower": "Baisser la main", "speak": "Donner la parole", "close": "Fermer"
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
      console.info(`raise-hand: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  /** The notes that are shown, by uuid, and until when; hands that were told of once are not told of again. */
  const notes = new Map();
  const told = new Set();
  let subscription = null;
  let corner = null;
  let tones = null;

  const look = 'display: grid; gap: 8px; padding: 12px 14px; border: 1px solid var(--pl-line-strong, light-dark(#74827e, #75857f)); border-radius: var(--pl-radius, 10px); '
    + 'background: var(--pl-raised, Canvas); color: var(--pl-text, CanvasText); box-shadow: var(--pl-shadow-l, 0 8px 24px rgb(0 0 0 / 30%)); font: 400 0.9375rem/1.4 var(--pl-font, system-ui, sans-serif)';

  async function load(participants$) {
    const here = corner = Object.assign(document.createElement('div'), { className: 'raise-hand-notes' });
    corner.setAttribute('role', 'log');
    corner.setAttribute('aria-label', say('notes'));
    corner.style.cssText = 'position: fixed; inset: 64px auto auto 16px; z-index: 1000; display: grid; gap: 8px; width: min(20rem, calc(100vw - 32px))';
    document.body.append(corner);
    const chosen = await settings;
    if (corner !== here) return;
    subscription = participants$.subscribe((participants) => {
      const raised = participants.filter((one) => one.buzzTime > 0 && one.uuid !== PEX.selfUUID);
      for (const uuid of [...told]) if (!raised.some((one) => one.uuid === uuid)) forget(uuid);
      for (const one of raised) {
        if (!told.has(one.uuid)) tell(one, chosen);
        const note = notes.get(one.uuid);
        if (note) note.speak.style.display = chosen.unmute && one.muted ? '' : 'none';
      }
    });
  }

  function unload() {
    if (subscription) subscription.unsubscribe();
    for (const uuid of [...told]) forget(uuid);
    if (corner) corner.remove();
    if (tones) tones.close();
    subscription = corner = tones = null;
  }

  function forget(uuid) {
    told.delete(uuid);
    close(uuid);
  }

  function close(uuid) {
    const note = notes.get(uuid);
    if (!note) return;
    clearTimeout(note.timer);
    note.element.remove();
    notes.delete(uuid);
  }

  function buttonFor(text, kind, act) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: `dialog-button ${kind}`, textContent: text });
    button.addEventListener('click', act);
    return button;
  }

  function tell({ uuid, name }, { seconds, sound }) {
    told.add(uuid);
    const element = document.createElement('div');
    const words = Object.assign(document.createElement('div'), { textContent: say('raised', { name }) });
    const buttons = document.createElement('div');
    element.style.cssText = look;
    words.style.cssText = 'font-weight: 600; overflow-wrap: anywhere';
    buttons.style.cssText = 'display: flex; flex-wrap: wrap; gap: 8px';
    const lower = () => PEX.pluginAPI.sendRequest(`/participants/${uuid}/clearbuzz`);
    const speak = buttonFor(say('speak'), 'green-action-button', () => {
      PEX.pluginAPI.sendRequest(`/participants/${uuid}/unmute`);
      lower();
    });
    buttons.append(speak, buttonFor(say('lower'), '', lower), buttonFor(say('close'), '', () => close(uuid)));
    element.append(words, buttons);
    corner.append(element);
    notes.set(uuid, { element, speak, timer: seconds > 0 ? setTimeout(() => close(uuid), seconds * 1000) : undefined });
    if (sound) chime();
  }

  /** Two soft tones, one above the other. A page that nobody has touched yet stays silent. */
  function chime() {
    tones = tones || new AudioContext();
    [[660, 0], [880, 0.16]].forEach(([pitch, after]) => {
      const [voice, loudness, begin] = [tones.createOscillator(), tones.createGain(), tones.currentTime + after];
      voice.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.0001, begin);
      loudness.gain.exponentialRampToValueAtTime(0.12, begin + 0.03);
      loudness.gain.exponentialRampToValueAtTime(0.0001, begin + 0.3);
      voice.connect(loudness).connect(tones.destination);
      voice.start(begin);
      voice.stop(begin + 0.32);
    });
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-raise-hand', load, unload });
})();
