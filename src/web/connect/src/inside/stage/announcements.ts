import type { TimelineEntry } from '@plenum/meeting';

/** What a screen reader says of what happened in a short while: one sentence per kind, however many it happened to. */
export type Announcement =
  | { readonly kind: 'joined' | 'left' | 'hand-raised'; readonly names: readonly string[] }
  | { readonly kind: 'room'; readonly what: RoomEvent };

type RoomEvent = 'locked' | 'unlocked' | 'guests-muted' | 'guests-unmuted' | 'chat-off' | 'chat-on' | 'started' | 'reconnected';

/** Somebody who came and went within the while is not worth a word. */
export function announcementsOf(entries: readonly TimelineEntry[]): readonly Announcement[] {
  const people = new Map<string, { kind: 'joined' | 'left'; name: string }>();
  const hands = new Map<string, string>();
  const room = new Set<RoomEvent>();
  for (const { what } of entries)
    switch (what.kind) {
      case 'joined':
      case 'left':
        if (people.get(what.uuid)?.kind === opposite[what.kind]) people.delete(what.uuid);
        else people.set(what.uuid, { kind: what.kind, name: what.name });
        break;
      case 'hand-raised':
        hands.set(what.uuid, what.name);
        break;
      case 'hand-lowered':
        hands.delete(what.uuid);
        break;
      case 'presenting':
      case 'stopped-presenting':
      case 'message':
        break;
      default:
        room.add(what.kind);
    }
  const named = (kind: 'joined' | 'left') => [...people.values()].filter((one) => one.kind === kind).map((one) => one.name);
  const all: readonly Announcement[] = [
    { kind: 'joined', names: named('joined') },
    { kind: 'left', names: named('left') },
    { kind: 'hand-raised', names: [...hands.values()] },
  ];
  return [...all.filter((one) => 'names' in one && one.names.length > 0), ...[...room].map((what) => ({ kind: 'room', what }) as const)];
}

const opposite = { joined: 'left', left: 'joined' } as const;
