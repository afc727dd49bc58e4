// A telephone: shows incoming calls to whoever they are for, and tells the script on the server what became of them.
(function () {
  'use strict';

  const words = {
    en: { calls: 'Telephone', incoming: 'Incoming call', unknown: 'Unknown caller', answer: 'Answer', decline: 'Decline', hangUp: 'Hang up', inCall: 'On the telephone', missed: 'Missed call from {caller}' },
    de: { calls: 'Telefon', incoming: 'Anruf', unknown: 'Unbekannt', answer: 'Annehmen', decline: 'Ablehnen', hangUp: 'Auflegen', inCall: 'Am Telefon', missed: 'Verpasster Anruf von {caller}' },
    fr: { calls: 'Téléphone', incoming: 'Appel entrant', unknown: 'Inconnu', answer: 'Répondre', decline: 'Refuser', hangUp: 'Raccrocher', inCall: 'Au téléphone', missed: 'Appel manqué de {caller}' },
  };
  service.translations = words;
  const say = (key, places) => sys.i18n.t(key, places);

  const look = `
    .plenum-phone { position: fixed; inset: 72px 16px auto auto; z-index: 1001; display: grid; gap: 10px; width: min(20rem, calc(100vw - 32px)); font: 400 0.9375rem/1.4 var(--pl-font, system-ui, sans-serif); }
    .plenum-phone article { display: grid; gap: 12px; padding: 16px; border: 1px solid var(--pl-line, #d5dcda); border-radius: var(--pl-radius-l, 18px); background: var(--pl-raised, Canvas); color: var(--pl-text, CanvasText); box-shadow: var(--pl-shadow-l, 0 8px 24px rgb(0 0 0 / 30%)); }
    .plenum-phone small { color: var(--pl-text-soft, GrayText); }
    .plenum-phone strong { display: block; font-size: 1.125rem; overflow-wrap: anywhere; }
    .plenum-phone footer { display: flex; gap: 8px; }
    .plenum-phone button { flex: 1; min-height: 44px; border: 0; border-radius: 999px; font: inherit; font-weight: 650; cursor: pointer; }
    .plenum-phone .yes { background: var(--pl-positive, #17713a); color: var(--pl-on-positive, #fff); }
    .plenum-phone .no { background: var(--pl-danger, #b9252b); color: var(--pl-on-danger, #fff); }
  `;

  /** By the call's id: how to take its card away, and whether it was answered here. */
  const calls = new Map();
  let corner = null;

  function place() {
    if (corner?.isConnected) return corner;
    const style = document.createElement('style');
    style.textContent = look;
    corner = document.createElement('section');
    corner.className = 'plenum-phone';
    corner.setAttribute('aria-label', say('calls'));
    corner.append(style);
    document.getElementById('applicationHost').append(corner);
    return corner;
  }

  function button(text, className, run) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = className;
    made.textContent = text;
    made.addEventListener('click', run);
    return made;
  }

  function card(kind, caller, detail, ...buttons) {
    const made = document.createElement('article');
    made.setAttribute('role', 'alertdialog');
    made.setAttribute('aria-label', `${kind}: ${caller}`);
    const heading = document.createElement('div');
    const small = document.createElement('small');
    small.textContent = kind;
    const strong = document.createElement('strong');
    strong.textContent = caller;
    heading.append(small, strong);
    if (detail) heading.append(document.createTextNode(detail));
    const footer = document.createElement('footer');
    footer.append(...buttons);
    made.append(heading, footer);
    place().append(made);
    return made;
  }

  function ringing() {
    if (!service.configuration.sound || !window.AudioContext) return () => undefined;
    const context = new AudioContext();
    const tone = () => {
      if (context.state !== 'running') return;
      const [sound, volume] = [context.createOscillator(), context.createGain()];
      sound.frequency.value = 440;
      volume.gain.setValueAtTime(0.08, context.currentTime);
      volume.gain.setTargetAtTime(0, context.currentTime + 0.8, 0.1);
      sound.connect(volume).connect(context.destination);
      sound.start();
      sound.stop(context.currentTime + 1.4);
    };
    tone();
    const timer = setInterval(tone, 3000);
    return () => {
      clearInterval(timer);
      context.close();
    };
  }

  service.incomingCall = function (message) {
    const id = String(message.callId ?? '');
    const caller = String(message.caller || say('unknown'));
    calls.get(id)?.over();
    const quiet = ringing();
    const over = () => {
      quiet();
      clearTimeout(timer);
      ring.remove();
      calls.delete(id);
    };
    const answer = () => {
      over();
      service.callback(message, 'answered', { callId: id, at: Date.now() });
      const talk = card(say('inCall'), caller, '', button(say('hangUp'), 'no', () => {
        service.sendEvent('hungUp', { callId: id, caller });
        done();
      }));
      const done = () => {
        talk.remove();
        calls.delete(id);
      };
      calls.set(id, { over: done, talking: true });
    };
    const decline = () => {
      over();
      service.callback(message, 'declined', { callId: id });
    };
    const ring = card(say('incoming'), caller, message.detail ? String(message.detail) : '', button(say('answer'), 'yes', answer), button(say('decline'), 'no', decline));
    const timer = setTimeout(() => {
      over();
      sys.notifications.notify({ title: say('calls'), message: say('missed', { caller }) }, { type: 'warning', time: 20000 });
      service.callback(message, 'missed', { callId: id });
    }, Number(service.configuration.seconds) * 1000);
    calls.set(id, { over, talking: false });
  };

  /** The caller gave up, or somebody answered: then whoever did goes on talking. */
  service.callEnded = function (message) {
    const call = calls.get(String(message.callId ?? ''));
    if (call && !(message.answered && call.talking)) call.over();
  };
})();
