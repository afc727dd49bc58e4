import type { Stay } from '@plenum/meeting';
import { csv } from './csv';
import { duration, stamp } from './times';

export interface AttendanceWords {
  readonly name: string;
  readonly role: string;
  readonly came: string;
  readonly left: string;
  readonly duration: string;
  readonly host: string;
  readonly guest: string;
}

/** Who was here and for how long; who is still here has no time of leaving. */
export function attendanceTable(stays: readonly Stay[], words: AttendanceWords, now: number): string {
  return csv([
    [words.name, words.role, words.came, words.left, words.duration],
    ...stays.map((stay) => [
      stay.name,
      stay.role === 'chair' ? words.host : words.guest,
      stamp(stay.came),
      stay.left === null ? '' : stamp(stay.left),
      duration((stay.left ?? now) - stay.came),
    ]),
  ]);
}
