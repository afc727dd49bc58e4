import type { CallSeen } from '../seams';
import type { Fault } from './fault';
import { natives } from './natives';

/**
 * Tells the server about faults, where the administrator reads them, and the console, where authors look for the back-trace.
 * The same fault is told once a minute with its count.
 */
export interface Reports {
  add(fault: Fault): void;
}

const between = 60_000;
const most = 20;

export function createReports(call: () => CallSeen | null, console: Pick<Console, 'warn'>): Reports {
  const known = new Map<string, { at: number; count: number }>();
  let sent = 0;
  let since = natives.now();
  return {
    add(fault) {
      const now = natives.now();
      if (now - since > between) {
        since = now;
        sent = 0;
        for (const [key, entry] of known) if (now - entry.at > between * 10) known.delete(key);
      }
      const key = `${fault.plugin} ${fault.version} ${fault.entry} ${fault.message}`;
      const entry = known.get(key) ?? { at: -Infinity, count: 0 };
      known.set(key, entry);
      entry.count++;
      if (now - entry.at < between || sent >= most) return;
      sent++;
      const { plugin, version, entry: where, message, stack } = fault;
      console.warn(`The plugin ${plugin} failed at ${where}: ${message}\n${stack}`);
      call()?.sendRequest('plenum/plugin-faults', { plugin, version, entry: where, message, stack, count: entry.count }, () => undefined);
      known.set(key, { at: now, count: 0 });
    },
  };
}
