/** Somebody as the server says it, and as the handlers of the call are told. */
export interface RawParticipant {
  uuid: string;
  display_name: string;
  overlay_text: string;
  role: string;
  uri: string;
  protocol: string;
  service_type: string;
  is_muted: 'YES' | 'NO';
  is_presenting: 'YES' | 'NO';
  is_video_muted: boolean;
  buzz_time: number;
  spotlight: number;
  start_time: number;
  call_tag: string;
  [other: string]: unknown;
}

/** A message as it came in. */
export interface RawMessage {
  readonly type: string;
  readonly payload: string;
  readonly origin: string;
  readonly uuid: string;
  readonly direct?: boolean;
}

type Handler<T> = ((told: T) => void) | null;

/** `PEX.pexrtc` and what `new PexRTC()` makes: the parts that plugins use. The client's own documentation has the whole. */
export interface PexCall {
  readonly uuid: string | null;
  readonly role: 'HOST' | 'GUEST' | null;
  readonly node: string | null;
  readonly conference: string | null;
  readonly conference_name: string | null;
  readonly display_name: string | null;
  readonly state: string;
  readonly rosterList: Readonly<Record<string, RawParticipant>>;
  /** Null in a call without media. */
  readonly call: { readonly pc: RTCPeerConnection | null; readonly mediaStream: MediaStream | null } | null;

  /** Put another in its place, and the app's roster is what that passes on to this one. */
  onParticipantCreate: Handler<RawParticipant>;
  onParticipantUpdate: Handler<RawParticipant>;
  onParticipantDelete: Handler<{ readonly uuid: string }>;
  onDirectMessage: Handler<RawMessage>;
  onChatMessage: Handler<RawMessage>;
  onSetup: ((stream: MediaStream | null, pin: string | undefined, extension?: string | null) => void) | null;
  onConnect: Handler<MediaStream | string | null>;
  onError: Handler<string>;
  onDisconnect: Handler<string>;

  /** For a second call: one that sends nothing has the type `recvonly`, one without sound and pictures `none`. */
  makeCall(node: string, conference: string, name: string, bandwidth?: number | null, type?: string): void;
  connect(pin?: string | null, extension?: string | null): void;
  disconnect(reason?: string): void;
  /** Without an argument, the other of what it is now. */
  muteAudio(muted?: boolean): unknown;
  muteVideo(muted?: boolean): unknown;
  setParticipantText(uuid: string, text: string): unknown;
  setParticipantMute(uuid: string, muted: boolean): unknown;
  setParticipantSpotlight(uuid: string, on: boolean): unknown;
  disconnectParticipant(uuid: string): unknown;
  sendChatMessage(text: string, uuid?: string): unknown;
  sendRequest(path: string, payload?: unknown, answered?: ((answer: unknown) => void) | null, method?: string): unknown;
  [other: string]: unknown;
}
