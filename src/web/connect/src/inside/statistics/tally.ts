import type { Meeting } from '@plenum/meeting';
import { merge, type Subscription } from 'rxjs';

/** Counts what reaches the page from the server, gathered per frame as the page shows it. */
export interface Tally {
  readonly updates: number;
  readonly since: number;
  stop(): void;
}

export function tallyOf(meeting: Meeting, now: () => number = Date.now): Tally {
  const since = now();
  let updates = 0;
  const subscription: Subscription = merge(meeting.attendees$, meeting.room$, meeting.scene$, meeting.messages$).subscribe(() => { updates++; });
  return {
    get updates() {
      return updates;
    },
    since,
    stop: () => subscription.unsubscribe(),
  };
}
