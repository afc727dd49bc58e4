import { BehaviorSubject, type Observable } from 'rxjs';
import type { Action } from './actions';

/** One line of the meeting's story as this person saw it. */
export interface TimelineEntry {
  readonly id: number;
  readonly at: number;
  readonly what: TimelineEvent;
  /** What plugins are handed when the line is selected. */
  readonly action: Action;
}

/** What people do, each by name. */
export type PersonEvent = {
  readonly kind: 'joined' | 'left' | 'hand-raised' | 'hand-lowered' | 'presenting' | 'stopped-presenting';
  readonly name: string;
  readonly uuid: string;
};

/** What becomes of the room. */
export type RoomEvent = { readonly kind: 'locked' | 'unlocked' | 'guests-muted' | 'guests-unmuted' | 'chat-off' | 'chat-on' | 'started' | 'reconnected' };

export type TimelineEvent =
  | PersonEvent
  | { readonly kind: 'message'; readonly name: string; readonly uuid: string; readonly text: string }
  | RoomEvent;

/** The story so far, newest last, bounded. */
export interface Timeline {
  readonly entries$: Observable<readonly TimelineEntry[]>;
  add(what: TimelineEvent, action: Action): void;
  clear(): void;
}

const most = 1000;

export function createTimeline(now: () => number = Date.now): Timeline {
  const entries$ = new BehaviorSubject<readonly TimelineEntry[]>([]);
  let last = 0;
  return {
    entries$,
    add(what, action) {
      entries$.next([...entries$.value, { id: ++last, at: now(), what, action }].slice(-most));
    },
    clear: () => entries$.next([]),
  };
}
