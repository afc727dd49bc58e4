import { type Attendee, type Meeting } from '@plenum/meeting';
import { BehaviorSubject, combineLatest, distinctUntilChanged, map, scan, type Observable } from 'rxjs';
import { seatsFor, type Seats } from './seats';

/** Who is on this stage, as people come, speak and go and as the window changes its size. */
export interface Seating {
  readonly seats$: Observable<Seats>;
  makeRoomFor(places: number): void;
}

/** Oneself always has the last place, so that nobody wonders whether they are in. */
export function createSeating(attendees$: Meeting['attendees$']): Seating {
  const places$ = new BehaviorSubject(1);
  const seats$ = combineLatest([attendees$, places$.pipe(distinctUntilChanged())]).pipe(
    scan((before, [people, places]) => seated(people, places, before), nobody),
    map(({ shown, more }) => ({ shown, more })),
    distinctUntilChanged((a, b) => a.more === b.more && same(a.shown, b.shown)),
  );
  return { seats$, makeRoomFor: (places) => places$.next(places) };
}

interface Remembered extends Seats {
  readonly others: readonly string[];
}

const nobody: Remembered = { shown: [], more: 0, others: [] };

function seated(people: readonly Attendee[], places: number, { others: before }: Remembered): Remembered {
  const me = people.find((one) => one.me && !one.waiting);
  const seats = seatsFor(people.filter((one) => !one.me), Math.max(1, places - (me ? 1 : 0)), before);
  return { shown: me ? [...seats.shown, me] : seats.shown, more: seats.more, others: seats.shown.map((one) => one.uuid) };
}

function same(a: readonly Attendee[], b: readonly Attendee[]): boolean {
  return a.length === b.length && a.every((one, place) => one === b[place]);
}
