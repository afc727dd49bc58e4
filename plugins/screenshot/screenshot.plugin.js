/** Screenshot: draws the videos that are on the screen side by side, shows that, and saves it as a PNG. */
(function () {
  'use strict';

  const own = document.currentScript ? document.currentScript.src : new URL('custom_configuration/plugins/screenshot/', document.baseURI).href;

  const defaults = {
    "fileName": "screenshot",
    "ownPicture": true,
    "stamp": false,
    "width": 1920
  };

  const words = {
    "en": {
      "label": "Screenshot of the videos", "title": "Screenshot", "picture": "The videos as they were a moment ago", "save": "Save as PNG",
      "again": "Take another", "close": "Close", "none": "There is no video to take a picture of. Nobody whose picture is shown here has a camera on, and nothing is presented.",
      "kept": "The browser does not give these pictures away: {why}", "saved": "Saved as {file}."
    },
    "de": {
      "label": "Bildschirmfoto der Videos", "title": "Bildschirmfoto", "picture": "Die Videos, wie sie eben waren", "save": "Als PNG speichern",
      "again": "Noch eines", "close": "Schließen", "none": "Es gibt kein Video, von dem ein Bild zu machen wäre. Niemand, der hier zu sehen ist, hat eine Kamera an, und es wird nichts präsentiert.",
      "kept": "Der Browser gibt diese Bilder nicht heraus: {why}", "saved": "Gespeichert als {file}."
    },
    "fr": {
      "label": "Capture des vidéos", "title": "Capture", "picture": "Les vidéos telles qu’elles étaient à l’instant", "save": "Enregistrer en PNG",
      "again": "Une autre", "close": "Fermer", "none": "Il n’y a aucune vidéo à capturer. Aucune des personnes affichées n’a allumé sa caméra, et rien n’est présenté.",
      "kept": "Le navigateur ne livre pas ces images : {why}", "saved": "Enregistré sous {file}."
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
      console.info(`screenshot: settings.json cannot be used, so the defaults hold (${reason.message})`);
      return defaults;
    }
  }

  const settings = readSettings();
  const state$ = PEX.pluginAPI.createNewState({});
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

  /** Videos that are seen and have a picture, in the order in which they are read; behind dialogs counts as seen. */
  function videosOf({ ownPicture }) {
    return [...document.querySelectorAll('video')].filter((video) => {
      const { width, height } = video.getBoundingClientRect();
      const seen = width > 1 && height > 1 && getComputedStyle(video).visibility === 'visible';
      return seen && video.readyState >= 2 && video.videoWidth > 0 && (ownPicture || video.id !== 'selfviewVideo');
    });
  }

  /** As many columns as make the whole about as wide as a screen; every picture whole in its field. */
  function draw(canvas, videos, { width, stamp }, now) {
    const columns = Math.ceil(Math.sqrt(videos.length));
    const rows = Math.ceil(videos.length / columns);
    const wide = Math.min(Math.max(320, width), columns * Math.max(...videos.map((video) => video.videoWidth)));
    const cell = { width: Math.floor(wide / columns), height: Math.floor((wide / columns) * 9 / 16) };
    canvas.width = cell.width * columns;
    canvas.height = cell.height * rows;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#101514';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    videos.forEach((video, index) => {
      const scale = Math.min(cell.width / video.videoWidth, cell.height / video.videoHeight);
      const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
      pen.drawImage(video, (index % columns) * cell.width + (cell.width - w) / 2, Math.floor(index / columns) * cell.height + (cell.height - h) / 2, w, h);
    });
    if (!stamp) return;
    const text = now.toLocaleString(document.documentElement.lang || undefined);
    const size = Math.max(12, Math.round(canvas.width / 60));
    pen.font = `600 ${size}px system-ui, sans-serif`;
    const { width: long } = pen.measureText(text);
    pen.fillStyle = 'rgb(0 0 0 / 65%)';
    pen.fillRect(canvas.width - long - size * 2, canvas.height - size * 2, long + size * 2, size * 2);
    pen.fillStyle = '#ffffff';
    pen.fillText(text, canvas.width - long - size, canvas.height - size * 0.65);
  }

  const fileName = (start, now) => {
    const two = (number) => String(number).padStart(2, '0');
    const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
    return `${start.replace(/[^\w .-]/g, '').trim() || defaults.fileName}-${day}-${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}.png`;
  };

  function save(canvas, file) {
    return new Promise((resolve) => canvas.toBlob((picture) => {
      const address = URL.createObjectURL(picture);
      const link = Object.assign(document.createElement('a'), { href: address, download: file });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      resolve();
    }, 'image/png'));
  }

  async function takeScreenshot() {
    const chosen = await settings;
    if (videosOf(chosen).length === 0) return tell(say('none'));
    PEX.pluginAPI.openTemplateDialog({
      title: say('title'),
      body: `<canvas id="screenshot-picture" role="img" aria-label="${escaped(say('picture'))}" style="width: 100%; max-height: 55vh; object-fit: contain; border-radius: 8px"></canvas>
        <p id="screenshot-said" class="pex-dialog-content-message" role="status" style="margin: 8px 0 0"></p>
        <div class="buttons">
          <button type="button" class="dialog-button" id="screenshot-again">${escaped(say('again'))}</button>
          <button type="button" class="dialog-button blue-action-button" id="screenshot-save" autofocus>${escaped(say('save'))}</button>
        </div>`
    }).then(() => {
      const canvas = document.getElementById('screenshot-picture');
      const said = document.getElementById('screenshot-said');
      let now = new Date();
      const take = () => {
        const videos = videosOf(chosen);
        now = new Date();
        if (videos.length > 0) draw(canvas, videos, chosen, now);
        said.textContent = videos.length > 0 ? '' : say('none');
      };
      document.getElementById('screenshot-again').addEventListener('click', take);
      document.getElementById('screenshot-save').addEventListener('click', async () => {
        const file = fileName(chosen.fileName, now);
        try {
          await save(canvas, file);
          said.textContent = say('saved', { file });
        } catch (reason) {
          said.textContent = say('kept', { why: reason.message });
        }
      });
      take();
    });
  }

  function tell(text) {
    PEX.pluginAPI.openTemplateDialog({
      title: say('title'),
      body: `<p class="pex-dialog-content-message">${escaped(text)}</p>
        <div class="buttons"><button type="button" class="dialog-button blue-action-button" id="screenshot-close" autofocus>${escaped(say('close'))}</button></div>`
    }).then((dialog) => document.getElementById('screenshot-close').addEventListener('click', () => dialog.close()));
  }

  PEX.pluginAPI.registerPlugin({ id: 'plenum-screenshot', load, unload, takeScreenshot, state$ });
})();
