import type { ParticipantBody } from '@plenum/pexrtc';
import { participantOf, type Participant, type StagePlace } from './participant';

/** A participant with what the app shows beyond the plugin guides' properties. */
export interface Attendee extends Participant {
  readonly me: boolean;
  readonly overlayText: string;
  /** Muted by itself, at its own microphone. */
  readonly clientMuted: boolean;
  readonly waiting: boolean;
  readonly connecting: boolean;
  readonly hasMedia: boolean;
  readonly onHold: boolean;
  readonly showsCaptions: boolean;
  readonly takesDirectMessages: boolean;
  readonly dialledOut: boolean;
  /** Their organisation says who they are. */
  readonly signedIn: boolean;
  /** A simulated or real peer that nobody sits behind. */
  readonly vendor: string;
}

export function attendeeOf(raw: ParticipantBody, stage: StagePlace, me: string | null): Attendee {
  return {
    ...participantOf(raw, stage),
    me: raw.uuid === me,
    overlayText: raw.overlay_text,
    clientMuted: raw.is_client_muted ?? false,
    waiting: raw.service_type === 'waiting_room',
    connecting: raw.service_type === 'connecting',
    hasMedia: raw.has_media,
    onHold: raw.is_on_hold ?? false,
    showsCaptions: raw.show_live_captions ?? false,
    takesDirectMessages: raw.supports_direct_chat,
    dialledOut: raw.call_direction === 'out',
    signedIn: raw.is_idp_authenticated ?? false,
    vendor: raw.vendor ?? '',
  };
}

/** The order in which people are listed: who waits to be let in, hands by time, hosts, then names. */
export function inListOrder(a: Attendee, b: Attendee): number {
  return (
    Number(b.waiting) - Number(a.waiting) ||
    Number(b.buzzTime > 0) - Number(a.buzzTime > 0) ||
    (a.buzzTime && b.buzzTime ? a.buzzTime - b.buzzTime : 0) ||
    Number(b.role === 'chair') - Number(a.role === 'chair') ||
    collator.compare(a.name, b.name) ||
    (a.uuid < b.uuid ? -1 : 1)
  );
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
