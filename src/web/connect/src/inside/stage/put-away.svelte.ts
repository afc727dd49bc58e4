import type { Meeting, Scene } from '@plenum/meeting';

/** What somebody has read and put away. It stays so over a change of rooms, and another meeting begins anew. */
class PutAway {
  read = $state('');
  heard = $state<string | null>(null);
  declined = $state.raw<Scene['breakoutCall']>(null);
  noted = $state.raw<Scene['hostMessage']>(null);
}

const kept = new WeakMap<Meeting, PutAway>();

export function putAway(meeting: Meeting): PutAway {
  const known = kept.get(meeting) ?? new PutAway();
  kept.set(meeting, known);
  return known;
}
