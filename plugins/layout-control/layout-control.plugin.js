/** Layout control: the layouts as pictures, and what is written into the picture. One press, and everybody sees it. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/layout-control/', document.baseURI).href;

  const defaults = {
    "layouts": [
      "1:0",
      "1:7",
      "1:21",
      "2:21",
      "4:0",
      "9:0",
      "16:0",
      "ac"
    ],
    "forGuests": true,
    "overlayText": true,
    "indicators": true
  };

  const words = {
    "en": {
      "label": "Control the layout", "title": "Layout", "whom": "For whom", "all": "Everybody", "hosts": "Hosts", "guests": "Guests",
      "layouts": "Layout", "speaker": "The speaker alone", "equal": "{large} equal pictures", "mixed": "{large} large, {small} small",
      "ac": "Fits itself to the room", "teams": "As in Teams", "extras": "In the picture", "names": "Names",
      "recording": "Sign for recording", "streaming": "Sign for streaming", "speaking": "Frame around the speaker", "on": "On",
      "off": "Off", "usual": "The usual layout", "close": "Close", "done": "Done.", "refused": "Not changed: {why}"
    },
    "de": {
      "label": "Layout bestimmen", "title": "Layout", "whom": "Für wen", "all": "Alle", "hosts": "Gastgeber", "guests": "Gäste",
      "layouts": "Layout", "speaker": "Nur wer spricht", "equal": "{large} gleich große Bilder", "mixed": "{large} groß, {small} klein",
      "ac": "Passt sich dem Raum an", "teams": "Wie in Teams", "extras": "Im Bild", "names": "Namen", "recording": "Zeichen für Aufnahme",
      "streaming": "Zeichen für Streaming", "speaking": "Rahmen um den Sprecher", "on": "An", "off": "Aus", "usual": "Das übliche Layout",
      "close": "Schließen", "done": "Fertig.", "refused": "Nicht geändert: {why}"
    },
    "fr": {
      "label": "Régler la disposition", "title": "Disposition", "whom": "Pour qui", "all": "Tout le monde", "hosts": "Animateurs",
      "guests": "Invités", "layouts": "Disposition", "speaker": "L’orateur seul", "equal": "{large} images égales",
      "mixed": "{large} grande(s), {small} petites", "ac": "S’adapte à la salle", "teams": "Comme dans Teams", "extras": "Dans l’image",
      "names": "Noms", "recording": "Signe d’enregistrement", "streaming": "Signe de diffusion", "speaking": "Cadre autour de l’orateur",
      "on": "Oui", "off": "Non", "usual": "La disposition habituelle", "close": "Fermer", "done": "C’est fait.",
      "refused": "Pas changé : {why}"
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
      console.info(`layout-control: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({});
  const fields = { all: 'layout', hosts: 'host_layout', guests: 'guest_layout' };
  const switches = { names: 'enable_overlay_text', speaking: 'enable_active_speaker_indication', recording: 'recording_indicator', streaming: 'streaming_indicator' };
  let languages = null;

  const speak = () => state$.next({ label: say('label') });

  function load() {
    languages = new MutationObserver(speak);
    languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    speak();
  }

  function unload() {
    if (languages) languages.disconnect();
    languages = null;
  }

  const sizes = (layout) => layout.split(':').map(Number);

  function nameOf(layout) {
    if (layout === 'ac' || layout === 'teams') return say(layout);
    const [large, small] = sizes(layout);
    return small > 0 ? say('mixed', { large, small }) : large === 1 ? say('speaker') : say('equal', { large });
  }

  /** Rectangles in a field of 64 by 36: the large pictures above, and below them as many small ones as can be told apart. */
  function pictureOf(layout) {
    const [large, small] = layout === 'teams' ? [4, 3] : layout === 'ac' ? [1, 5] : sizes(layout);
    const columns = Math.ceil(Math.sqrt(large));
    const rows = Math.ceil(large / columns);
    const height = small > 0 ? 25 : 34;
    const boxes = [];
    for (let index = 0; index < Math.min(large, 25); index++) {
      const [width, tall] = [62 / columns, height / rows];
      boxes.push([1 + (index % columns) * width, 1 + Math.floor(index / columns) * tall, width - 1, tall - 1]);
    }
    const few = Math.min(small, 10);
    for (let index = 0; index < few; index++) boxes.push([1 + index * (62 / few), 27, 62 / few - 1, 8]);
    const drawn = boxes.map(([x, y, width, tall]) => `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${tall.toFixed(1)}" rx="1" />`);
    return `<svg viewBox="0 0 64 36" width="96" height="54" fill="currentColor" aria-hidden="true" style="opacity: 0.75">${drawn.join('')}</svg>`;
  }

  const button = 'class="dialog-button" type="button"';
  const row = 'style="display: flex; flex-wrap: wrap; gap: 8px; align-items: center; border: 0; padding: 0; margin: 0 0 16px"';
  const legend = (key) => `<legend style="padding: 0; margin-bottom: 6px; font-weight: 600">${escaped(say(key))}</legend>`;

  function bodyFor({ layouts, forGuests, overlayText, indicators }) {
    const offers = layouts.map((layout) => `<button ${button} data-layout="${escaped(layout)}" style="display: grid; justify-items: center; width: 150px">${pictureOf(layout)}<span>${escaped(nameOf(layout))}</span></button>`);
    const whom = Object.keys(fields).map((name, index) => `<label style="display: inline-flex; gap: 6px; margin-right: 16px"><input type="radio" name="layout-control-whom" value="${name}"${index === 0 ? ' checked' : ''}>${escaped(say(name))}</label>`);
    const extras = [...(overlayText ? ['names'] : []), ...(indicators ? ['speaking', 'recording', 'streaming'] : [])].map((name) => `<div role="group" aria-label="${escaped(say(name))}" style="display: flex; gap: 8px; align-items: center; width: 100%">
      <span style="flex: 1">${escaped(say(name))}</span>
      <button ${button} data-switch="${name}" data-on="1">${escaped(say('on'))}</button><button ${button} data-switch="${name}">${escaped(say('off'))}</button></div>`);
    return `<div id="layout-control">
      ${forGuests ? `<fieldset ${row}>${legend('whom')}${whom.join('')}</fieldset>` : ''}
      <fieldset ${row}>${legend('layouts')}${offers.join('')}</fieldset>
      ${extras.length > 0 ? `<fieldset ${row}>${legend('extras')}${extras.join('')}</fieldset>` : ''}
      <p id="layout-control-said" class="pex-dialog-content-message" role="status" style="min-height: 1.5em"></p>
      <div class="buttons"><button ${button} data-usual="1">${escaped(say('usual'))}</button><button type="button" class="dialog-button blue-action-button" data-close="1">${escaped(say('close'))}</button></div>
    </div>`;
  }

  async function openLayouts() {
    const chosen = await settings;
    PEX.pluginAPI.openTemplateDialog({ title: say('title'), body: bodyFor(chosen) }).then((dialog) => {
      const whole = document.getElementById('layout-control');
      const said = document.getElementById('layout-control-said');
      const change = async (transforms) => {
        const { status, result } = await PEX.pluginAPI.transformConferenceLayout(transforms);
        said.textContent = status === 'success' ? say('done') : say('refused', { why: result });
        return status === 'success';
      };
      const press = (pressed, group) => whole.querySelectorAll(group).forEach((one) => one.setAttribute('aria-pressed', String(one === pressed)));
      whole.addEventListener('click', async (event) => {
        const pressed = event.target.closest('button');
        if (!pressed) return;
        const { layout, switch: name, on, usual, close } = pressed.dataset;
        if (close) return dialog.close();
        if (usual && await change({})) press(null, '[data-layout]');
        const whom = whole.querySelector('[name=layout-control-whom]:checked');
        if (layout && await change({ [fields[whom ? whom.value : 'all']]: layout })) press(pressed, '[data-layout]');
        if (name && await change({ [switches[name]]: on === '1' })) press(pressed, `[data-switch=${name}]`);
      });
    });
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-layout-control', load, unload, openLayouts, state$ });
})();
