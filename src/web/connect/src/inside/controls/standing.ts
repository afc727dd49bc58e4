import type { Attendee, Connection, RoomDetails } from '@plenum/meeting';
import type { Standing } from './control-menu';

/** What one may do right now, from who is here and how the room is. */
export function standingOf(me: Attendee, room: RoomDetails, people: readonly Attendee[], connection: Connection): Standing {
  return {
    host: me.role === 'chair',
    room,
    guests: people.filter((one) => one.role === 'guest' && !one.waiting && !one.me).length,
    hands: people.filter((one) => one.buzzTime > 0).length,
    captionsShown: me.showsCaptions,
    connected: connection.state === 'connected',
  };
}
