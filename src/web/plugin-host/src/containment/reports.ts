import type { CallSeen } from '../seams';
import type { Fault } from './fault';
import { natives } from './natives';

/**
 * Tells the server about faults, where the administrator reads them, and the console, where authors look for the back-trace.
 * The same fault is told once a minute with its count.
 */
export interface Reports {
  add(fault: Fault): void;
  /** Tells what came up while there was no call: a hang is known before one is in a meeting again. */
  tellWhatWaits(): void;
}

const between = 60_000;
const most = 20;

export function createReports(call: () => CallSeen | null, console: Pick<Console, 'warn'>): Reports {
  const known = new Map<string, { at: number; count: number }>();
  const waiting = new Map<string, Fault>();
  let sent = 0;
  let since = natives.now();

  const tell = (key: string, fault: Fault) => {
    const live = call();
    if (!live) return void (waiting.size < most && waiting.set(key, fault));
    waiting.delete(key);
    const now = natives.now();
    const { at, count } = known.get(key) ?? { at: -Infinity, count: 1 };
    if (now - at < between || sent >= most) return;
    sent++;
    const { plugin, version, entry, message, stack } = fault;
    known.set(key, { at: now, count: 0 });
    live.sendRequest('plenum/plugin-faults', { plugin, version, entry, message, stack, count }, () => undefined);
  };

  return {
    add(fault) {
      const now = natives.now();
      if (now - since > between) {
        since = now;
        sent = 0;
        for (const [key, entry] of known) if (now - entry.at > between * 10 && !waiting.has(key)) known.delete(key);
      }
      const key = `${fault.plugin} ${fault.version} ${fault.entry} ${fault.message}`;
      const { at, count } = known.get(key) ?? { at: -Infinity, count: 0 };
      known.set(key, { at, count: count + 1 });
      if (now - at >= between && sent < most && !waiting.has(key)) console.warn(`The plugin ${fault.plugin} failed at ${fault.entry}: ${fault.message}\n${fault.stack}`);
      tell(key, fault);
    },
    tellWhatWaits() {
      for (const [key, fault] of [...waiting]) tell(key, fault);
    },
  };
}
