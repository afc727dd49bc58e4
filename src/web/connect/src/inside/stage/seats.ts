import type { Attendee } from '@plenum/meeting';

/** Who has a tile, in the order of the tiles, and how many more there are. */
export interface Seats {
  readonly shown: readonly Attendee[];
  readonly more: number;
}

/**
 * Everybody while there is room; beyond that spotlights and those who spoke last. Whoever is on the stage stays at the same
 * place, and a newcomer takes a place only when clearly ahead: at ten changes a second a stage that follows every one of them is unreadable.
 * `calm` holds everybody where they are, except for whom a host put into the spotlight.
 */
export function seatsFor(people: readonly Attendee[], places: number, before: readonly string[], calm = false): Seats {
  const present = people.filter((one) => !one.waiting && !one.connecting);
  const wanted = present.length <= places ? present : chosen(present, Math.max(1, places - 1), new Set(before), calm);
  return { shown: seated(wanted, before), more: present.length - wanted.length };
}

function chosen(people: readonly Attendee[], places: number, before: ReadonlySet<string>, calm: boolean): readonly Attendee[] {
  const ranked = [...people].sort(byRank);
  const spotlit = ranked.filter((one) => one.spotlight > 0).length;
  const ahead = ranked.slice(0, calm ? Math.min(places, spotlit) : Math.ceil(places / 2));
  const rest = ranked.slice(ahead.length);
  const staying = rest.filter((one) => before.has(one.uuid));
  const others = rest.filter((one) => !before.has(one.uuid));
  return [...ahead, ...staying, ...others].slice(0, places);
}

function byRank(a: Attendee, b: Attendee): number {
  return spotlight(a) - spotlight(b) || spokeAgo(a) - spokeAgo(b) || arrived(a, b);
}

// The earliest spotlight is the first; nobody's is the last.
const spotlight = (one: Attendee) => one.spotlight || Number.MAX_SAFE_INTEGER;
const spokeAgo = (one: Attendee) => (one.stageIndex < 0 ? Number.MAX_SAFE_INTEGER : one.stageIndex);
const arrived = (a: Attendee, b: Attendee) => a.startTime - b.startTime || (a.uuid < b.uuid ? -1 : 1);

/** Those who stay keep their places, newcomers fill the gaps, spotlights come first. */
function seated(people: readonly Attendee[], before: readonly string[]): readonly Attendee[] {
  const byId = new Map(people.map((one) => [one.uuid, one]));
  const places: (Attendee | undefined)[] = before.slice(0, people.length).map((uuid) => take(byId, uuid));
  for (const uuid of before.slice(people.length)) if (byId.has(uuid)) fill(places, people.length, take(byId, uuid));
  for (const one of [...byId.values()].sort(arrived)) fill(places, people.length, one);
  return places.filter((one) => one !== undefined).sort((a, b) => spotlight(a) - spotlight(b));
}

function take(from: Map<string, Attendee>, uuid: string): Attendee | undefined {
  const one = from.get(uuid);
  from.delete(uuid);
  return one;
}

function fill(places: (Attendee | undefined)[], size: number, one: Attendee | undefined): void {
  const gap = places.indexOf(undefined);
  if (gap >= 0) places[gap] = one;
  else if (places.length < size) places.push(one);
}
