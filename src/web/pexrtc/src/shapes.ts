import type { MessageBody, StatusBody } from './wire';

/** What callers of a command are handed, as the server's envelope says it. */
export interface Envelope {
  readonly status: 'success' | 'failed';
  readonly result: unknown;
  /** Why, where `result` keeps the shape that it has on success. */
  readonly detail?: string;
}

export type Answered = (envelope: Envelope) => void;

/** Undefined is sound and pictures; `none` is control alone. */
export type CallType = undefined | null | '' | 'video' | 'audioonly' | 'recvonly' | 'rtmp' | 'stream' | 'none' | 'screen' | 'presentation';

export interface DialOptions {
  readonly streaming?: boolean | 'yes' | 'no';
  readonly call_type?: string;
  readonly dtmf_sequence?: string;
  readonly presentation_uri?: string;
  readonly keep_conference_alive?: string;
  readonly remote_display_name?: string;
  readonly overlay_text?: string;
  readonly source?: string;
  readonly source_display_name?: string;
  readonly custom_sip_headers?: unknown;
  readonly prefer_ipv6?: unknown;
}

export type ApplicationMessage = Omit<MessageBody, 'payload'> & { readonly payload: unknown };

/** A breakout's own event, as hosts in the main room hear it. */
export interface BreakoutEvent {
  readonly breakout_uuid: string;
  readonly event: string;
  readonly data?: unknown;
}

export type BreakoutStatus = StatusBody & { readonly breakout_uuid: string };

export interface Caption {
  readonly data: string;
  readonly is_final: boolean;
  readonly src_lang?: string;
  readonly tgt_lang?: string;
}

export interface CameraMovement {
  readonly action: string;
  readonly movement?: readonly { readonly axis: string; readonly direction: string }[];
  readonly timeout?: number;
}

/** What is ours to one participant and no part of the API that others speak. */
export interface PlenumEvent {
  readonly name: string;
  readonly payload: unknown;
}

/** `since` is when it became so, in milliseconds of the page's clock. Lost is still being tried, with little hope. */
export interface ConnectionState {
  readonly state: 'connected' | 'reconnecting' | 'lost';
  readonly since: number;
}
