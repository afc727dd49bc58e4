import type { BreakoutWish } from '@plenum/meeting';
import { dealtByChance, dealtEvenly } from './splitting';

/** How people get into new rooms: dealt in order, dealt by chance, or placed one by one. */
export type Dealing = 'evenly' | 'chance' | 'hand';

/** Who goes where: the number of a room by uuid; who is not in it stays in the main room. */
export type Places = ReadonlyMap<string, number>;

/** As many as the server opens. */
export const mostRooms = 50;

export function placesFor(dealing: Dealing, people: readonly string[], rooms: number, chance: () => number = Math.random): Places {
  if (dealing === 'hand') return new Map();
  const dealt = dealing === 'evenly' ? dealtEvenly(people, rooms) : dealtByChance(people, rooms, chance);
  return new Map(dealt.flatMap((inside, room) => inside.map((uuid) => [uuid, room] as const)));
}

/** Those who are still here and whose room still exists. */
export function stillMeant(places: Places, people: readonly string[], rooms: number): Places {
  const here = new Set(people);
  return new Map([...places].filter(([uuid, room]) => here.has(uuid) && room < rooms));
}

/** Puts somebody into a room, or with null back to the main room. */
export function placed(places: Places, uuid: string, room: number | null): Places {
  const now = new Map(places);
  if (room === null) now.delete(uuid);
  else now.set(uuid, room);
  return now;
}

export function wishesOf(names: readonly string[], places: Places, rest: Pick<BreakoutWish, 'duration' | 'endAction' | 'guestsMayLeave'>): readonly BreakoutWish[] {
  return names.map((name, room) => ({ ...rest, name, people: [...places].filter(([, at]) => at === room).map(([uuid]) => uuid) }));
}

/** Minutes as somebody typed them: whole, from none to a day. */
export function minutesOf(text: string): number | null {
  if (text.trim() === '') return 0;
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= 24 * 60 ? minutes : null;
}
