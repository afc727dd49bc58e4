import { isVisible, onWake } from './page';

const longest = 10_000;
const longestUnseen = 30_000;

/** How long to wait before the next attempt: doubling, capped, and spread so that a crowd does not come back at once. */
export function backoff(attempt: number, chance = Math.random()): number {
  const cap = isVisible() ? longest : longestUnseen;
  return Math.min(cap, 250 * 2 ** Math.min(attempt, 10)) * (0.5 + chance / 2);
}

/** Waits, but not past the moment when somebody looks at the page again or the network is back. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const done = (): void => {
      clearTimeout(timer);
      waiting.abort();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { signal: waiting.signal });
    onWake(done, waiting.signal);
    if (signal.aborted) done();
  });
}
