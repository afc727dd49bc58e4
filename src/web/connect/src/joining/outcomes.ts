import type { Departure, Problem } from '@plenum/meeting';
import type { IconName } from '../parts/drawings';
import type { Key } from '../words/en';

type Said = Extract<Key, `joining.${string}`>;

/** What a screen says about the end of an attempt or of a meeting, and what there is to do about it. */
export interface Outcome {
  readonly title: Extract<Said, `${string}Title`>;
  readonly hint: Extract<Said, `${string}Hint`>;
  readonly icon: IconName;
  readonly tone: 'plain' | 'warning' | 'danger';
  /** Seconds until it is tried again by itself, where only time can help. */
  readonly retryAfter?: number;
  readonly again: 'joining.tryAgain' | 'joining.rejoin' | 'joining.signInAgain' | null;
}

const tryAgain = 'joining.tryAgain';
const rejoin = 'joining.rejoin';

export const refusals: Readonly<Record<Problem['kind'], Outcome>> = {
  'not-found': { title: 'joining.notFoundTitle', hint: 'joining.notFoundHint', icon: 'search', tone: 'plain', again: tryAgain },
  'pin-retries': { title: 'joining.pinRetriesTitle', hint: 'joining.pinRetriesHint', icon: 'lock', tone: 'warning', again: null },
  full: { title: 'joining.fullTitle', hint: 'joining.fullHint', icon: 'people', tone: 'plain', again: tryAgain },
  maintenance: { title: 'joining.maintenanceTitle', hint: 'joining.maintenanceHint', icon: 'settings', tone: 'plain', again: tryAgain },
  unreachable: { title: 'joining.unreachableTitle', hint: 'joining.unreachableHint', icon: 'signal-low', tone: 'warning', retryAfter: 20, again: tryAgain },
  'too-fast': { title: 'joining.tooFastTitle', hint: 'joining.tooFastHint', icon: 'clock', tone: 'plain', again: tryAgain },
  'sign-in': { title: 'joining.signInTitle', hint: 'joining.signInHint', icon: 'person', tone: 'plain', again: 'joining.signInAgain' },
  'waited-too-long': { title: 'joining.waitedTooLongTitle', hint: 'joining.waitedTooLongHint', icon: 'clock', tone: 'plain', again: tryAgain },
  unknown: { title: 'joining.refusedTitle', hint: 'joining.refusedHint', icon: 'warning', tone: 'danger', again: tryAgain },
};

export const departures: Readonly<Record<Departure['how'], Outcome>> = {
  left: { title: 'joining.leftTitle', hint: 'joining.leftHint', icon: 'log-out', tone: 'plain', again: rejoin },
  removed: { title: 'joining.removedTitle', hint: 'joining.removedHint', icon: 'person-remove', tone: 'warning', again: rejoin },
  ended: { title: 'joining.endedTitle', hint: 'joining.endedHint', icon: 'check', tone: 'plain', again: rejoin },
  'hosts-gone': { title: 'joining.hostsGoneTitle', hint: 'joining.hostsGoneHint', icon: 'people', tone: 'plain', again: rejoin },
  expired: { title: 'joining.expiredTitle', hint: 'joining.expiredHint', icon: 'clock', tone: 'warning', again: rejoin },
  lost: { title: 'joining.lostTitle', hint: 'joining.lostHint', icon: 'signal-low', tone: 'warning', retryAfter: 20, again: rejoin },
  elsewhere: { title: 'joining.elsewhereTitle', hint: 'joining.elsewhereHint', icon: 'transfer', tone: 'plain', again: rejoin },
  unknown: { title: 'joining.departedTitle', hint: 'joining.departedHint', icon: 'warning', tone: 'warning', again: rejoin },
};
