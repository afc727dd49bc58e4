import { Causes } from './Causes';
import type { PinStatus } from './entrance';
import type { ParticipantBody, TokenBody } from './wire';

export interface TurnServer {
  readonly url: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** What a page sets before a call, and what it reads during one. A new call begins with everything read anew. */
export abstract class Properties extends Causes {
  /** A device's id; null for the default, false for none. */
  audio_source: string | null | false = null;
  video_source: string | null | false = null;
  bandwidth_in: number | null = null;
  bandwidth_out: number | null = null;
  call_tag = '';
  /** Our addition: a host is led into breakouts like everybody else, and hears of the other rooms from there. Set it before `makeCall`. */
  follows_breakouts = false;
  /** An address with `__pexip-sso-token__` in it, where a sign-in that the conference asks for leads back to. Set it before `makeCall`. */
  sso_redirect_target: string | null = null;
  default_stun: string | null = null;
  ice_timeout = 5000;
  png_presentation = false;
  recv_audio = true;
  recv_video = true;
  screenshare_fps = 5;
  turn_server: TurnServer | null = null;
  user_media_stream: MediaStream | null = null;
  user_presentation_stream: MediaStream | null = null;
  registration_token: string | null = null;
  /** Lets its bearer in once instead of a PIN; spent by the next call. */
  oneTimeToken: string | null = null;
  /** Our addition: the `pass` of a stay that ended a moment ago, instead of its PIN; spent by the next call. */
  returns_with: string | null = null;

  node: string | null = null;
  conference: string | null = null;
  display_name: string | null = null;
  call_type: string | null = null;

  state: 'IDLE' | 'CONNECTING' | 'ACTIVE' = 'IDLE';
  pin_status: PinStatus = 'none';
  token: string | null = null;
  token_refresh: number | null = null;
  uuid: string | null = null;
  role: string | null = null;
  version: string | null = null;
  conference_name: string | null = null;
  service_type: string | null = null;
  current_service_type: string | null = null;
  chat_enabled = false;
  fecc_enabled = false;
  guests_can_present = false;
  rtmp_enabled = false;
  vp9_enabled = false;
  allow_1080p = false;
  analytics_enabled = false;
  rosterList: Record<string, ParticipantBody> = {};
  mutedAudio = false;
  mutedVideo = false;
  /** Our addition: with this one comes back within minutes without the PIN. A new one comes with each refreshing of the token. */
  pass: string | null = null;
  event_source: unknown = null;

  /** Nothing of an earlier call may shine through: neither its token nor its people. */
  protected forget(): void {
    this.state = 'IDLE';
    this.pin_status = 'none';
    this.token = this.token_refresh = this.uuid = this.role = this.version = null;
    this.conference_name = this.service_type = this.current_service_type = null;
    this.chat_enabled = this.fecc_enabled = this.guests_can_present = this.rtmp_enabled = false;
    this.vp9_enabled = this.allow_1080p = this.analytics_enabled = false;
    this.mutedAudio = this.mutedVideo = false;
    this.event_source = this.pass = null;
  }

  /** Out of the call. Who we were can still be read, as those do who are told of the end. */
  protected rest(): void {
    this.state = 'IDLE';
    this.token = this.pass = null;
    this.event_source = null;
  }

  /** What the server says of the seat that we were given. */
  protected sit(token: TokenBody): void {
    this.uuid = token.participant_uuid;
    this.role = token.role;
    this.token = token.token;
    this.pass = token.plenum?.pass ?? null;
    this.token_refresh = Number(token.expires) / 3;
    this.version = `${token.version.version_id} (${token.version.pseudo_version})`;
    this.display_name = token.display_name;
    this.conference_name = token.conference_name;
    this.service_type = token.service_type;
    this.current_service_type = token.current_service_type;
    this.chat_enabled = token.chat_enabled;
    this.fecc_enabled = token.fecc_enabled;
    this.guests_can_present = token.guests_can_present;
    this.rtmp_enabled = token.rtmp_enabled;
    this.vp9_enabled = token.vp9_enabled;
    this.allow_1080p = token.allow_1080p;
    this.analytics_enabled = token.analytics_enabled;
  }
}
