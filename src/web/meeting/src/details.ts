import type { StatusBody } from '@plenum/pexrtc';

/** What is true of the conference, exactly as the plugin guides document it. */
export interface ConferenceDetails {
  readonly locked: boolean;
  readonly guestsMuted: boolean;
  readonly chatEnabled: boolean;
  readonly mediaType: 'video' | 'audioonly' | 'none';
  readonly started: boolean;
}

/** What the app knows of the room beyond that. */
export interface RoomDetails extends ConferenceDetails {
  readonly guestsCanUnmute: boolean;
  readonly guestsCanPresent: boolean;
  readonly captionsAvailable: boolean;
  readonly breakoutsAllowed: boolean;
  readonly messageText: string;
  readonly streaming: boolean;
  readonly recording: boolean;
  readonly classification: string | null;
  readonly breakout: BreakoutPlace | null;
}

/** The breakout room one is in. */
export interface BreakoutPlace {
  readonly name: string;
  readonly endsAt: number | null;
  readonly mayLeave: boolean;
  readonly helpWanted: boolean;
}

export function roomOf(status: StatusBody, mediaType: ConferenceDetails['mediaType']): RoomDetails {
  const { classification } = status;
  return {
    locked: status.locked,
    guestsMuted: status.guests_muted,
    chatEnabled: status.chat_enabled ?? true,
    mediaType,
    started: status.started,
    guestsCanUnmute: status.guests_can_unmute ?? true,
    guestsCanPresent: status.guests_can_present ?? true,
    captionsAvailable: status.live_captions_available ?? false,
    breakoutsAllowed: status.breakout_rooms ?? false,
    messageText: status.message_text ?? '',
    streaming: status.streaming ?? false,
    recording: status.recording ?? false,
    classification: classification?.current == null ? null : (classification.levels[String(classification.current)] ?? null),
    breakout: status.breakout
      ? {
          name: status.breakout_name ?? '',
          endsAt: status.end_time ?? null,
          mayLeave: status.breakout_guests_allowed_to_leave ?? false,
          helpWanted: status.breakoutbuzz?.value ?? false,
        }
      : null,
  };
}

export function detailsOf({ locked, guestsMuted, chatEnabled, mediaType, started }: RoomDetails): ConferenceDetails {
  return { locked, guestsMuted, chatEnabled, mediaType, started };
}
