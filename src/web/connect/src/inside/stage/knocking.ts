import type { Attendee } from '@plenum/meeting';

/** Who waits to be let in, in the order of coming. */
export function waitingOf(people: readonly Attendee[]): readonly Attendee[] {
  return people.filter((one) => one.waiting && !one.me).sort((a, b) => a.startTime - b.startTime || (a.uuid < b.uuid ? -1 : 1));
}
