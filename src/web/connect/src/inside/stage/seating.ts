import { type Attendee, type Meeting } from '@plenum/meeting';
import { BehaviorSubject, combineLatest, distinctUntilChanged, map, scan, type Observable } from 'rxjs';
import { seatsFor, type Seats } from './seats';

/** Who is on this stage, as people come, speak and go and as the window changes its size. */
export interface Seating {
  readonly seats$: Observable<Seats>;
  makeRoomFor(places: number): void;
}

/** How long everybody keeps their place after a change, in milliseconds: however many speak, the stage can be read. */
const calmFor = 1500;

/** Oneself always has the last place, so that nobody wonders whether they are in. */
export function createSeating(attendees$: Meeting['attendees$'], now: () => number = Date.now): Seating {
  const places$ = new BehaviorSubject(1);
  const seats$ = combineLatest([attendees$, places$.pipe(distinctUntilChanged())]).pipe(
    scan((before, [people, places]) => seated(people, places, before, now()), nobody),
    map(({ shown, more }) => ({ shown, more })),
    distinctUntilChanged((a, b) => a.more === b.more && same(a.shown, b.shown)),
  );
  return { seats$, makeRoomFor: (places) => places$.next(places) };
}

interface Remembered extends Seats {
  readonly others: readonly string[];
  readonly changedAt: number;
}

const nobody: Remembered = { shown: [], more: 0, others: [], changedAt: 0 };

function seated(people: readonly Attendee[], places: number, { others: before, changedAt }: Remembered, now: number): Remembered {
  const me = people.find((one) => one.me && !one.waiting);
  const seats = seatsFor(people.filter((one) => !one.me), Math.max(1, places - (me ? 1 : 0)), before, now - changedAt < calmFor);
  const others = seats.shown.map((one) => one.uuid);
  const moved = others.length !== before.length || others.some((uuid, place) => uuid !== before[place]);
  return { shown: me ? [...seats.shown, me] : seats.shown, more: seats.more, others, changedAt: moved ? now : changedAt };
}

function same(a: readonly Attendee[], b: readonly Attendee[]): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}
