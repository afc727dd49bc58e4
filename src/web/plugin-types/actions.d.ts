import type { RawParticipant } from './call';
import type { Participant } from './people';
import type { Stream } from './streams';

/** Something that happened, or that is wished for when it is dispatched. */
export interface Action<P = unknown, T extends string = string> {
  readonly type: T;
  readonly payload?: P;
}

/** The names of actions; the first five are documented, the others are what the app says besides. */
export interface ActionNames {
  readonly SEND_CHAT_MESSAGE: '[Conference] Send Chat Message';
  readonly RECEIVE_CHAT_MESSAGE: '[Conference] Receive Chat Message';
  readonly SELECT_EVENT: '[Timeline] Select Event';
  readonly PARTICIPANT_CONNECT_SUCCESS: '[Participant] Connect Success';
  readonly PARTICIPANT_DISCONNECT_SUCCESS: '[Participant] Disconnect Success';
  readonly CONNECT_SUCCESS: '[Conference] Connect Success';
  readonly CONNECT_FAIL: '[Conference] Connect Fail';
  readonly DISCONNECT: '[Conference] Disconnect';
  readonly DISCONNECT_SUCCESS: '[Conference] Disconnect Success';
  readonly SET_SELF_UUID: '[Conference] Set Self UUID';
  readonly MUTE_CAMERA: '[Conference] Mute Camera';
  readonly UNMUTE_CAMERA: '[Conference] Unmute Camera';
  readonly MUTE_MICROPHONE: '[Conference] Mute Microphone';
  readonly UNMUTE_MICROPHONE: '[Conference] Unmute Microphone';
  readonly BUZZ_CHANGED: '[Conference] Buzz Changed';
  readonly SET_REMOTE_CALL_TYPE: '[Conference] Set remote call type';
  readonly PARTICIPANT_MUTED_CHANGED: '[Participant] Muted Changed';
  readonly SCREEN_STATE: '[Home] Screen state';
  readonly PARTICIPANT_UPDATE: 'PexRTC: participant_update';
}

/** What comes with each. */
export interface ActionPayloads {
  /** The text. */
  readonly '[Conference] Send Chat Message': string;
  readonly '[Conference] Receive Chat Message': { readonly payload: string; readonly type: string; readonly origin: string; readonly uuid: string };
  /** What was said when it happened. */
  readonly '[Timeline] Select Event': { readonly action: KnownAction<keyof ActionPayloads> };
  readonly '[Participant] Connect Success': Participant;
  /** The uuid. */
  readonly '[Participant] Disconnect Success': string;
  readonly '[Conference] Connect Success': { readonly alias: string; readonly displayName: string; readonly joinRole: 'HOST' | 'GUEST'; readonly serviceType: string };
  readonly '[Conference] Connect Fail': { readonly msg: string };
  readonly '[Conference] Disconnect': undefined;
  readonly '[Conference] Disconnect Success': { readonly reason: string } | undefined;
  /** The uuid. */
  readonly '[Conference] Set Self UUID': string;
  readonly '[Conference] Mute Camera': undefined;
  readonly '[Conference] Unmute Camera': undefined;
  readonly '[Conference] Mute Microphone': undefined;
  readonly '[Conference] Unmute Microphone': undefined;
  readonly '[Conference] Buzz Changed': { readonly buzzTime: number; readonly name: string; readonly uuid: string };
  readonly '[Conference] Set remote call type': 'video' | 'audioonly' | 'none';
  readonly '[Participant] Muted Changed': { readonly uuid: string; readonly muted: boolean };
  readonly '[Home] Screen state': string;
  readonly 'PexRTC: participant_update': RawParticipant;
}

/** An action that is known, with what comes with it. */
export type KnownAction<T extends keyof ActionPayloads> = { readonly [K in T]: { readonly type: K; readonly payload: ActionPayloads[K] } }[T];

/** `PEX.actions$` */
export interface ActionStream extends Omit<Stream<Action>, 'ofType'> {
  ofType<T extends keyof ActionPayloads>(...types: readonly T[]): Stream<KnownAction<T>>;
  ofType<A = Action>(...types: readonly string[]): Stream<A>;
}
