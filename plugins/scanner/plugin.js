// Reads codes with the camera where the browser can, and takes what is typed everywhere else: openScan until closeScan or the user ends it.
(function () {
  'use strict';

  const look = `
    .plenum-scanner { position: fixed; inset: 0; z-index: 1002; display: grid; place-items: center; background: rgb(0 0 0 / 55%); font: 400 0.9375rem/1.4 var(--pl-font, system-ui, sans-serif); }
    .plenum-scanner form { display: grid; gap: 12px; width: min(28rem, calc(100vw - 32px)); padding: 20px; border-radius: var(--pl-radius-l, 18px); background: var(--pl-raised, Canvas); color: var(--pl-text, CanvasText); }
    .plenum-scanner video { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: var(--pl-radius, 10px); background: #000; }
    .plenum-scanner input { min-height: 40px; padding: 0 12px; border: 1px solid var(--pl-line-strong, #74827e); border-radius: var(--pl-radius-s, 6px); background: transparent; color: inherit; font: inherit; }
    .plenum-scanner footer { display: flex; gap: 8px; justify-content: end; }
    .plenum-scanner button { min-height: 40px; padding: 0 18px; border: 0; border-radius: 999px; background: var(--pl-accent-soft, #d8ebe6); color: var(--pl-accent, #0a6b5a); font: inherit; font-weight: 650; cursor: pointer; }
  `;
  service.translations = {
    en: { code: 'Code', take: 'Use', close: 'Close', noCamera: 'The camera cannot be used: {why}' },
    de: { code: 'Code', take: 'Verwenden', close: 'Schließen', noCamera: 'Die Kamera kann nicht verwendet werden: {why}' },
    fr: { code: 'Code', take: 'Utiliser', close: 'Fermer', noCamera: 'La caméra ne peut pas être utilisée : {why}' },
  };
  const say = (key, places) => sys.i18n.t(key, places);
  let end = null;

  const make = (name, fields, ...children) => {
    const element = Object.assign(document.createElement(name), fields);
    element.append(...children);
    return element;
  };

  service.openScan = async function (message) {
    end?.();
    const settings = { ...service.configuration, ...message.scanSettings, ...message.modalSettings };
    const video = make('video', { muted: true, playsInline: true });
    const field = make('input', { autocomplete: 'off', ariaLabel: say('code'), placeholder: say('code') });
    const close = make('button', { type: 'button', textContent: say('close') });
    const form = make('form', {}, make('strong', { textContent: settings.title }), video, field, make('footer', {}, close, make('button', { textContent: say('take') })));
    const cover = make('div', { className: 'plenum-scanner' }, make('style', { textContent: look }), form);
    cover.setAttribute('role', 'dialog');
    cover.setAttribute('aria-label', settings.title);
    document.getElementById('applicationHost').append(cover);
    field.focus();

    let open = true;
    let stream = null;
    end = () => {
      open = false;
      end = null;
      stream?.getTracks().forEach((track) => track.stop());
      cover.remove();
    };
    const found = (code, format) => {
      if (!open || code === '') return;
      service.callback(message, 'onScan', { code, format });
      service.sendEvent('codeSuccessfullyScanned', { code });
      if (!message.keepOpen) end();
    };
    const failed = (why) => service.callback(message, 'onFail', { reason: why });
    close.addEventListener('click', () => {
      end();
      failed('closed');
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      found(field.value.trim(), 'typed');
      field.value = '';
    });

    try {
      if (!window.BarcodeDetector) throw new Error('this browser reads no codes');
      const detector = new BarcodeDetector(settings.formats?.length ? { formats: settings.formats } : undefined);
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (!open) return stream.getTracks().forEach((track) => track.stop());
      video.srcObject = stream;
      await video.play();
      for (let last = ''; open; await new Promise((over) => setTimeout(over, 200))) {
        const [code] = await detector.detect(video);
        if (code && code.rawValue !== last) found((last = code.rawValue), code.format);
      }
    } catch (reason) {
      if (!open) return;
      video.remove();
      form.querySelector('strong').after(make('small', { textContent: say('noCamera', { why: reason.message }) }));
    }
  };

  service.closeScan = function () {
    end?.();
  };
})();
