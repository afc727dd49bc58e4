import type { Attendee } from '@plenum/meeting';

/** One small sign beside a name. Its name is also the key of its words. */
export type Mark =
  | 'signed-in'
  | 'connecting'
  | 'hand'
  | 'speaking'
  | 'muted-by-host'
  | 'muted'
  | 'camera-off'
  | 'presenting'
  | 'spotlight'
  | 'streaming'
  | 'on-hold'
  | 'simulated';

const simulatedVendor = 'Plenum simulated peer';

/** How loud somebody is before it counts as speaking; the server says 0 to 100. */
export const speakingFrom = 1;

/** What the row of somebody shows, the most telling last, beside the menu. */
export function marksOf(person: Attendee): readonly Mark[] {
  if (person.waiting) return person.signedIn ? ['signed-in'] : [];
  if (person.connecting) return person.vendor === simulatedVendor ? ['simulated', 'connecting'] : ['connecting'];
  const silent: Mark | null = person.muted ? 'muted-by-host' : person.clientMuted ? 'muted' : null;
  const marks: Mark[] = [];
  if (person.signedIn) marks.push('signed-in');
  if (person.vendor === simulatedVendor) marks.push('simulated');
  if (person.isStreaming) marks.push('streaming');
  if (person.onHold) marks.push('on-hold');
  if (person.presenting) marks.push('presenting');
  if (person.spotlight > 0) marks.push('spotlight');
  if (person.buzzTime > 0) marks.push('hand');
  if (person.isVideoMuted) marks.push('camera-off');
  if (silent) marks.push(silent);
  else if (person.vad >= speakingFrom) marks.push('speaking');
  return marks;
}
