import type { PluginApi } from './api';
import type { Stream } from './streams';

/** Something that happened, or that is wished for when it is dispatched. */
export interface Action {
  readonly type: string;
  readonly payload?: any;
}

/** The names of actions; the first five are documented, the others are what the app says besides. */
export interface ActionNames {
  readonly SEND_CHAT_MESSAGE: string;
  readonly RECEIVE_CHAT_MESSAGE: string;
  readonly SELECT_EVENT: string;
  readonly PARTICIPANT_CONNECT_SUCCESS: string;
  readonly PARTICIPANT_DISCONNECT_SUCCESS: string;
  readonly CONNECT_SUCCESS: string;
  readonly CONNECT_FAIL: string;
  readonly DISCONNECT: string;
  readonly DISCONNECT_SUCCESS: string;
  readonly SET_SELF_UUID: string;
  readonly MUTE_CAMERA: string;
  readonly UNMUTE_CAMERA: string;
  readonly MUTE_MICROPHONE: string;
  readonly UNMUTE_MICROPHONE: string;
  readonly BUZZ_CHANGED: string;
  readonly SET_REMOTE_CALL_TYPE: string;
  readonly PARTICIPANT_MUTED_CHANGED: string;
  readonly SCREEN_STATE: string;
  readonly [name: string]: string;
}

/** `window.PEX` */
export interface PEX {
  readonly pluginAPI: PluginApi;
  readonly actions$: Stream<Action>;
  readonly actions: ActionNames;
  /** Tells everybody, and acts where the action is a wish: `[Conference] Mute Microphone` mutes. */
  dispatchAction(action: Action): void;
  /** One's own participant; null outside a conference. */
  readonly selfUUID: string | null;
  /** What stood behind the question mark of the page's address, without a PIN. */
  readonly conferenceQueryParams: Record<string, string>;
  /** The live call; null outside a conference. */
  readonly pexrtc: any;
}
