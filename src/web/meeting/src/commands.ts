import type { Attendee } from './attendee';

/** What became of a wish: a refusal is an answer, in the server's words. */
export type Outcome<T = unknown> = { readonly ok: true; readonly result: T } | { readonly ok: false; readonly text: string };

/** Sends one request of the client API below the conference's address. */
export type Ask = (path: string, payload?: unknown) => Promise<Outcome>;

export interface DialWish {
  readonly destination: string;
  readonly protocol: 'auto' | 'sip' | 'h323' | 'rtmp' | 'mssip';
  readonly role: 'HOST' | 'GUEST';
  readonly streaming?: boolean;
  readonly presentationUrl?: string;
  readonly displayName?: string;
}

/** Everything a host may do to the room. */
export interface RoomCommands {
  lock(locked: boolean): Promise<Outcome>;
  start(): Promise<Outcome>;
  muteGuests(muted: boolean): Promise<Outcome>;
  letGuestsUnmute(allowed: boolean): Promise<Outcome>;
  lowerAllHands(): Promise<Outcome>;
  clearSpotlights(): Promise<Outcome>;
  transformLayout(transforms: Readonly<Record<string, unknown>>): Promise<Outcome>;
  setMessageText(text: string): Promise<Outcome>;
  dial(wish: DialWish): Promise<Outcome<readonly string[]>>;
  endForAll(): Promise<Outcome>;
}

/** Everything that may be done to one person, oneself among them. */
export interface PersonCommands {
  mute(uuid: string, muted: boolean): Promise<Outcome>;
  muteVideo(uuid: string, muted: boolean): Promise<Outcome>;
  spotlight(uuid: string, on: boolean): Promise<Outcome>;
  setRole(uuid: string, role: Attendee['role']): Promise<Outcome>;
  setOverlayText(uuid: string, text: string): Promise<Outcome>;
  transfer(uuid: string, alias: string, role: 'host' | 'guest', pin?: string): Promise<Outcome>;
  admit(uuid: string): Promise<Outcome>;
  disconnect(uuid: string): Promise<Outcome>;
  raiseHand(uuid: string, raised: boolean): Promise<Outcome>;
  letReceivePresentation(uuid: string, allowed: boolean): Promise<Outcome>;
  sendTones(uuid: string, digits: string): Promise<Outcome>;
  showCaptions(uuid: string, shown: boolean): Promise<Outcome>;
}

export function roomCommands(ask: Ask): RoomCommands {
  return {
    lock: (locked) => ask(locked ? 'lock' : 'unlock'),
    start: () => ask('start_conference'),
    muteGuests: (muted) => ask(muted ? 'muteguests' : 'unmuteguests'),
    letGuestsUnmute: (allowed) => ask('set_guests_can_unmute', { setting: allowed }),
    lowerAllHands: () => ask('clearallbuzz'),
    clearSpotlights: () => ask('clearspotlights'),
    transformLayout: (transforms) => ask('transform_layout', { transforms }),
    setMessageText: (text) => ask('set_message_text', { text }),
    async dial(wish) {
      const outcome = await ask('dial', {
        destination: wish.destination,
        protocol: wish.protocol,
        role: wish.role,
        ...(wish.streaming && { streaming: 'yes' }),
        ...(wish.presentationUrl && { presentation_url: wish.presentationUrl }),
        ...(wish.displayName && { remote_display_name: wish.displayName }),
      });
      if (!outcome.ok) return outcome;
      const uuids = Array.isArray(outcome.result) ? outcome.result.filter((uuid) => typeof uuid === 'string') : [];
      // An empty list is how the API says that nobody could be dialled.
      return uuids.length > 0 ? { ok: true, result: uuids } : { ok: false, text: '' };
    },
    endForAll: () => ask('disconnect'),
  };
}

export function personCommands(ask: Ask): PersonCommands {
  const of = (uuid: string, verb: string, payload?: unknown) => ask(`participants/${encodeURIComponent(uuid)}/${verb}`, payload);
  return {
    mute: (uuid, muted) => of(uuid, muted ? 'mute' : 'unmute'),
    muteVideo: (uuid, muted) => of(uuid, muted ? 'video_muted' : 'video_unmuted'),
    spotlight: (uuid, on) => of(uuid, on ? 'spotlighton' : 'spotlightoff'),
    setRole: (uuid, role) => of(uuid, 'role', { role }),
    setOverlayText: (uuid, text) => of(uuid, 'overlaytext', { text }),
    transfer: (uuid, alias, role, pin) => of(uuid, 'transfer', { conference_alias: alias, role, ...(pin && { pin }) }),
    admit: (uuid) => of(uuid, 'unlock'),
    disconnect: (uuid) => of(uuid, 'disconnect'),
    raiseHand: (uuid, raised) => of(uuid, raised ? 'buzz' : 'clearbuzz'),
    letReceivePresentation: (uuid, allowed) => of(uuid, allowed ? 'allowrxpresentation' : 'denyrxpresentation'),
    sendTones: (uuid, digits) => of(uuid, 'dtmf', { digits }),
    showCaptions: (uuid, shown) => of(uuid, shown ? 'show_live_captions' : 'hide_live_captions'),
  };
}
