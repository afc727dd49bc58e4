import type { Attendee } from '@plenum/meeting';

/** What became of somebody who was called, as the roster tells it: nobody answers a call in any other way. */
export type CallState = 'calling' | 'connected' | 'rejected' | 'gone';

/** The state that follows from whether the roster lists the called one now. Who never connected and vanished did not want to, or could not. */
export function callState(before: CallState, listed: Pick<Attendee, 'connecting'> | undefined, wasListed: boolean): CallState {
  if (listed) return listed.connecting ? 'calling' : 'connected';
  if (!wasListed) return before;
  return before === 'connected' || before === 'gone' ? 'gone' : 'rejected';
}

const most = 6;

/** The destinations that were called, the newest first, each once. */
export function withDestination(list: readonly string[], destination: string): readonly string[] {
  return [destination, ...list.filter((other) => other.toLowerCase() !== destination.toLowerCase())].slice(0, most);
}

export function readDestinations(stored: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return list.filter((one): one is string => typeof one === 'string' && one.length > 0 && one.length <= 500).slice(0, most);
}

/** The conferences that a server without settings brings; only there do `demo:` addresses answer for sure. */
export function isDemo(alias: string): boolean {
  return alias === 'meet.demo' || alias === 'meet.open';
}
