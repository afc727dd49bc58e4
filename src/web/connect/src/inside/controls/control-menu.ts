import type { RoomDetails } from '@plenum/meeting';

/** Everything that the menu of the conference may offer, in its order. */
export type ControlKey =
  | 'start' | 'lock' | 'mute-guests' | 'guests-can-unmute' | 'lower-hands'
  | 'captions' | 'layout' | 'breakouts' | 'add-participant' | 'invite'
  | 'statistics' | 'export' | 'shortcuts' | 'settings' | 'end-for-all';

/** Why something on offer is not possible right now. */
export type ControlReason = 'reconnecting' | 'no-hands' | 'no-guests';

export interface Control {
  readonly key: ControlKey;
  readonly group: 'room' | 'people' | 'view' | 'more' | 'end';
  /** Set for what is on or off. */
  readonly on?: boolean;
  readonly hindered: ControlReason | null;
}

/** What the menu's content follows from. */
export interface Standing {
  readonly host: boolean;
  readonly room: RoomDetails;
  readonly guests: number;
  readonly hands: number;
  readonly captionsShown: boolean;
  readonly connected: boolean;
}

/** Only what is permitted is offered; what is permitted and cannot be now says why. */
export function controlMenu({ host, room, guests, hands, captionsShown, connected }: Standing): readonly Control[] {
  const away: ControlReason | null = connected ? null : 'reconnecting';
  const controls: (Control | false)[] = [
    host && !room.started && { key: 'start', group: 'room', hindered: away },
    host && { key: 'lock', group: 'room', on: room.locked, hindered: away },
    host && { key: 'mute-guests', group: 'room', on: room.guestsMuted, hindered: away ?? (guests === 0 && !room.guestsMuted ? 'no-guests' : null) },
    host && { key: 'guests-can-unmute', group: 'room', on: room.guestsCanUnmute, hindered: away },
    host && { key: 'lower-hands', group: 'room', hindered: away ?? (hands === 0 ? 'no-hands' : null) },
    { key: 'invite', group: 'people', hindered: null },
    host && { key: 'add-participant', group: 'people', hindered: away },
    host && (room.breakoutsAllowed || room.breakout !== null) && { key: 'breakouts', group: 'people', hindered: away },
    host && { key: 'layout', group: 'view', hindered: away },
    room.captionsAvailable && { key: 'captions', group: 'view', on: captionsShown, hindered: away },
    { key: 'statistics', group: 'more', hindered: null },
    { key: 'export', group: 'more', hindered: null },
    { key: 'shortcuts', group: 'more', hindered: null },
    { key: 'settings', group: 'more', hindered: null },
    host && { key: 'end-for-all', group: 'end', hindered: away },
  ];
  return controls.filter((control) => control !== false);
}
