import type { Attribution } from './attribution';
import { natives } from './natives';
import type { Owner } from './owner';

interface LongFrame extends PerformanceEntry {
  readonly scripts: readonly { readonly sourceURL: string; readonly duration: number; readonly pauseDuration?: number }[];
}

/**
 * Where the browser tells which scripts made a frame long, what began in a plugin's own file is added to its time:
 * continuations of promises and the like, which the host does not see. What the host entered is counted there.
 */
export function watchFrames(page: Window & typeof globalThis, attribution: Attribution, spent: (owner: Owner, milliseconds: number, at: number) => void): () => void {
  const { PerformanceObserver } = page;
  if (!PerformanceObserver?.supportedEntryTypes?.includes('long-animation-frame')) return () => undefined;
  const observer = new PerformanceObserver((list) => {
    for (const frame of list.getEntries() as LongFrame[])
      for (const { sourceURL, duration, pauseDuration = 0 } of frame.scripts) {
        const owner = attribution.ofUrl(sourceURL);
        if (owner) spent(owner, duration - pauseDuration, natives.now());
      }
  });
  observer.observe({ type: 'long-animation-frame' });
  return () => observer.disconnect();
}
