import type { CallSeen } from '../seams';
import { natives } from './natives';

/**
 * Tells the server about what went wrong, where the administrator reads it. The same is told once a minute with its count,
 * however often it happens.
 */
export interface Reports<T> {
  add(told: T): void;
  /** Tells what came up while there was no call: a hang is known before one is in a meeting again. */
  tellWhatWaits(): void;
}

export interface Reporting<T> {
  call(): CallSeen | null;
  /** Below the conference. */
  readonly path: string;
  keyOf(told: T): string;
  bodyOf(told: T): object;
  /** Told as often as the server is: for the console, where authors look for the back-trace. */
  aloud?(told: T): void;
}

const between = 60_000;
const most = 20;

export function createReports<T>({ call, path, keyOf, bodyOf, aloud }: Reporting<T>): Reports<T> {
  const known = new Map<string, { at: number; count: number }>();
  const waiting = new Map<string, T>();
  let sent = 0;
  let since = natives.now();

  const tell = (key: string, told: T) => {
    const live = call();
    if (!live) return void (waiting.size < most && waiting.set(key, told));
    waiting.delete(key);
    const now = natives.now();
    const { at, count } = known.get(key) ?? { at: -Infinity, count: 1 };
    if (now - at < between || sent >= most) return;
    sent++;
    known.set(key, { at: now, count: 0 });
    live.sendRequest(path, { ...bodyOf(told), count }, () => undefined);
  };

  return {
    add(told) {
      const now = natives.now();
      if (now - since > between) {
        since = now;
        sent = 0;
        for (const [key, entry] of known) if (now - entry.at > between * 10 && !waiting.has(key)) known.delete(key);
      }
      const key = keyOf(told);
      const { at, count } = known.get(key) ?? { at: -Infinity, count: 0 };
      known.set(key, { at, count: count + 1 });
      if (now - at >= between && sent < most && !waiting.has(key)) aloud?.(told);
      tell(key, told);
    },
    tellWhatWaits() {
      for (const [key, told] of [...waiting]) tell(key, told);
    },
  };
}
