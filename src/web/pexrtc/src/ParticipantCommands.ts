import { RoomCommands } from './RoomCommands';
import type { Answered, DialOptions, Envelope } from './shapes';

/** What may be asked about one participant, and of who is called into the conference. */
export abstract class ParticipantCommands extends RoomCommands {
  /** The callback is handed a list of participants; an empty one means that nobody was called. */
  dialOut(destination: string, protocol?: string | null, role?: string | null, cb?: Answered | null, params?: DialOptions | string | null): Promise<Envelope> {
    const more = typeof params === 'string' ? { presentation_uri: params } : (params ?? {});
    const { streaming, ...options } = more as DialOptions;
    const body = {
      destination,
      protocol: protocol || 'sip',
      role: role?.toUpperCase() === 'GUEST' ? 'GUEST' : 'HOST',
      ...(streaming === undefined ? {} : { streaming: streaming === true || streaming === 'yes' ? 'yes' : 'no' }),
      ...options,
    };
    return this.command('dial', body).then((answer) => {
      const told: Envelope = answer.status === 'success' ? answer : { status: 'failed', result: [], detail: String(answer.result) };
      this.tell(() => cb?.(told));
      return told;
    });
  }

  disconnectParticipant(uuid: string, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'disconnect', undefined, cb);
  }

  unlockParticipant(uuid: string, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'unlock', undefined, cb);
  }

  holdParticipant(uuid: string, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'hold', undefined, cb);
  }

  resumeParticipant(uuid: string, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'resume', undefined, cb);
  }

  transferParticipant(uuid: string, destination: string, role?: string | null, pin?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'transfer', { conference_alias: destination, ...(role ? { role: role.toLowerCase() } : {}), ...(pin ? { pin } : {}) }, cb);
  }

  setParticipantMute(uuid: string, setting: boolean, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, setting ? 'mute' : 'unmute', undefined, cb);
  }

  setParticipantRxPresentation(uuid: string, setting: boolean, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, setting ? 'allowrxpresentation' : 'denyrxpresentation', undefined, cb);
  }

  setParticipantSpotlight(uuid: string, setting: boolean, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, setting ? 'spotlighton' : 'spotlightoff', undefined, cb);
  }

  setParticipantText(uuid: string, text: string, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'overlaytext', { text }, cb);
  }

  setParticipantTxMute(uuid: string, setting: boolean, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, setting ? 'tx_mute' : 'tx_unmute', undefined, cb);
  }

  setRole(uuid: string, role: string, cb?: Answered): Promise<Envelope> {
    const chair = ['host', 'chair'].includes(role.toLowerCase());
    return this.about(uuid, 'role', { role: chair ? 'chair' : 'guest' }, cb);
  }

  setBuzz(cb?: Answered): Promise<Envelope> {
    return this.about(null, 'buzz', undefined, cb);
  }

  clearBuzz(uuid?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'clearbuzz', undefined, cb);
  }

  videoMuted(uuid?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'video_muted', undefined, cb);
  }

  videoUnmuted(uuid?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'video_unmuted', undefined, cb);
  }

  clientMute(uuid?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'client_mute', undefined, cb);
  }

  clientUnmute(uuid?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'client_unmute', undefined, cb);
  }

  notifyNotAFK(cb?: Answered): Promise<Envelope> {
    return this.about(null, 'notify_not_afk', undefined, cb);
  }

  showLiveCaptions(cb?: Answered): Promise<Envelope> {
    return this.about(null, 'show_live_captions', undefined, cb);
  }

  hideLiveCaptions(cb?: Answered): Promise<Envelope> {
    return this.about(null, 'hide_live_captions', undefined, cb);
  }

  requestAspectRatio(ratio: number, cb?: Answered): Promise<Envelope> {
    return this.about(null, 'preferred_aspect_ratio', { aspect_ratio: ratio }, cb);
  }

  setPresentationInMix(state: boolean, uuid?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(uuid, 'pres_in_mix', { state }, cb);
  }

  sendDTMF(digits: string, target?: string | null, cb?: Answered): Promise<Envelope> {
    return this.about(target, 'dtmf', { digits }, cb);
  }

  sendFECC(action: string, axis?: string | null, direction?: string | null, target?: string | null, timeout?: number | null, cb?: Answered): Promise<Envelope> {
    const body = { action, movement: axis && direction ? [{ axis, direction }] : [], ...(timeout ? { timeout } : {}) };
    return this.about(target, 'fecc', body, cb);
  }

  /** About somebody, or about oneself. */
  protected about(uuid: string | null | undefined, verb: string, body?: unknown, cb?: Answered): Promise<Envelope> {
    return this.command(`participants/${uuid || this.uuid}/${verb}`, body, cb);
  }

  /** Lets somebody else's function run without letting its fault come back to us. */
  protected abstract tell(other: () => void): void;
}
