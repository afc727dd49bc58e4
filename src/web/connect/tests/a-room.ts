import type { RoomDetails } from '@plenum/meeting';

/** A room as most are, with what a test cares about changed. */
export function aRoom(changes: Partial<RoomDetails> = {}): RoomDetails {
  return {
    locked: false, guestsMuted: false, chatEnabled: true, mediaType: 'none', started: true,
    guestsCanUnmute: true, guestsCanPresent: true, captionsAvailable: false, breakoutsAllowed: true,
    messageText: '', streaming: false, recording: false, classification: null, breakout: null,
    ...changes,
  };
}
