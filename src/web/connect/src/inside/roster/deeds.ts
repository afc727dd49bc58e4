import type { Attendee, RoomDetails } from '@plenum/meeting';

/** Something that one person may do to another, or to themselves, from the roster. */
export type Deed =
  | 'admit'
  | 'turn-away'
  | 'message'
  | 'mute'
  | 'unmute'
  | 'mute-video'
  | 'unmute-video'
  | 'raise-hand'
  | 'lower-hand'
  | 'spotlight'
  | 'end-spotlight'
  | 'make-host'
  | 'make-guest'
  | 'rename'
  | 'allow-presentation'
  | 'deny-presentation'
  | 'send-tones'
  | 'transfer'
  | 'hang-up'
  | 'disconnect';

type Rules = Pick<RoomDetails, 'chatEnabled' | 'guestsCanUnmute'>;

/** What `me` may do to `other`, in the order in which a menu lists it. What the server would refuse is not offered. */
export function deedsFor(me: Attendee, other: Attendee, room: Rules): readonly Deed[] {
  if (me.waiting) return [];
  if (other.me) return toOneself(me, room);
  const host = me.canControl;
  if (other.waiting) return host ? ['admit', 'turn-away'] : [];
  if (other.connecting) return host && other.canDisconnect ? ['hang-up'] : [];
  return toAnother(host, other, room);
}

/** Deeds that end something for somebody and are therefore asked about first. */
export function isGrave(deed: Deed): boolean {
  return deed === 'disconnect' || deed === 'turn-away' || deed === 'hang-up';
}

function toOneself(me: Attendee, room: Rules): readonly Deed[] {
  const held = me.muted && !me.canControl && !room.guestsCanUnmute;
  const silent = me.muted || me.clientMuted;
  return only([
    ['mute', !silent],
    ['unmute', silent && !held],
    ['mute-video', !me.isVideoMuted],
    ['unmute-video', me.isVideoMuted],
    ['raise-hand', me.buzzTime === 0],
    ['lower-hand', me.buzzTime > 0],
    ['spotlight', me.canControl && me.spotlight === 0],
    ['end-spotlight', me.canControl && me.spotlight > 0],
    ['rename', me.canControl],
  ]);
}

function toAnother(host: boolean, other: Attendee, room: Rules): readonly Deed[] {
  const person = !other.isStreaming;
  return only([
    ['message', room.chatEnabled && other.takesDirectMessages && person],
    ['mute', host && other.canMute && !other.muted],
    ['unmute', host && other.canMute && other.muted],
    ['mute-video', host && other.canMute && person && !other.isVideoMuted],
    ['unmute-video', host && other.canMute && person && other.isVideoMuted],
    ['lower-hand', host && other.buzzTime > 0],
    ['spotlight', host && person && other.spotlight === 0],
    ['end-spotlight', host && other.spotlight > 0],
    ['make-host', host && person && other.role === 'guest'],
    ['make-guest', host && person && other.role === 'chair'],
    ['rename', host && person],
    ['allow-presentation', host && !other.rxPresentation],
    ['deny-presentation', host && other.rxPresentation],
    ['send-tones', host && other.dialledOut && person],
    ['transfer', host && other.canTransfer && person],
    ['disconnect', host && other.canDisconnect],
  ]);
}

function only(offers: readonly (readonly [Deed, boolean])[]): readonly Deed[] {
  return offers.filter(([, offered]) => offered).map(([deed]) => deed);
}
