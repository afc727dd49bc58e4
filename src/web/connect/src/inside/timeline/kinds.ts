import type { TimelineEntry, TimelineEvent } from '@plenum/meeting';

/** What the list of events can be narrowed to. */
export type Filter = 'all' | 'people' | 'hands' | 'presentations' | 'chat' | 'room';

export const filters: readonly Filter[] = ['all', 'people', 'hands', 'presentations', 'chat', 'room'];

export function filterOf(kind: TimelineEvent['kind']): Exclude<Filter, 'all'> {
  switch (kind) {
    case 'joined':
    case 'left':
      return 'people';
    case 'hand-raised':
    case 'hand-lowered':
      return 'hands';
    case 'presenting':
    case 'stopped-presenting':
      return 'presentations';
    case 'message':
      return 'chat';
    case 'locked':
    case 'unlocked':
    case 'guests-muted':
    case 'guests-unmuted':
    case 'chat-off':
    case 'chat-on':
    case 'started':
    case 'reconnected':
      return 'room';
    default:
      return kind satisfies never;
  }
}

export function narrowed(entries: readonly TimelineEntry[], filter: Filter): readonly TimelineEntry[] {
  return filter === 'all' ? entries : entries.filter((entry) => filterOf(entry.what.kind) === filter);
}
