/** A note that the page leaves while plugins run in it. It is still there when the page ended without a word. */
export interface Standstill {
  /** From now on the note is there, as long as somebody sees the page. */
  watch(): () => void;
  /** Not while the browser itself waits for the user. */
  pause(): () => void;
  /** Whether this tab's page, or one of a tab that is gone, left its note; taken with the asking. */
  takeLeft(alive: ReadonlySet<string> | null): boolean;
}

const prefix = 'plenum.plugin-page.';

/** It is asked and written where storage may fail: whoever takes what is left answers for that. */
export function createStandstill(memory: Storage, tab: string, wallClock: () => number): Standstill {
  let watching = false;
  let paused = 0;
  /** A page that nobody sees may be ended by the system at any time, and one that goes away in good order hangs nowhere. */
  const note = (here = true) => {
    const runs = here && watching && paused === 0 && globalThis.document?.visibilityState === 'visible';
    try {
      if (runs) memory.setItem(prefix + tab, String(wallClock()));
      else memory.removeItem(prefix + tab);
    } catch {
      // Full or forbidden: then a standstill goes unnoticed, and nothing else is lost.
    }
  };
  globalThis.addEventListener?.('pagehide', () => note(false));
  globalThis.addEventListener?.('pageshow', () => watching && note());
  globalThis.document?.addEventListener('visibilitychange', () => watching && note());
  const isLeft = (name: string, alive: ReadonlySet<string> | null) =>
    name === prefix + tab || (name.startsWith(prefix) && alive?.has(name.slice(prefix.length)) === false);
  return {
    watch() {
      watching = true;
      note();
      return () => {
        watching = false;
        note();
      };
    },
    pause() {
      if (paused++ === 0) note();
      return () => void (--paused === 0 && note());
    },
    takeLeft(alive) {
      const left = Object.keys(memory).filter((name) => isLeft(name, alive));
      for (const name of left) memory.removeItem(name);
      return left.length > 0;
    },
  };
}
