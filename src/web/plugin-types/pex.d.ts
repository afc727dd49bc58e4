import type { Action, ActionNames, ActionStream } from './actions';
import type { PluginApi } from './api';
import type { PexCall } from './call';

/** `window.PEX` */
export interface PEX {
  readonly pluginAPI: PluginApi;
  readonly actions$: ActionStream;
  readonly actions: ActionNames;
  /** Tells everybody, and acts where the action is a wish: `[Conference] Mute Microphone` mutes. */
  dispatchAction(action: Action): void;
  /** One's own participant; null outside a conference. */
  readonly selfUUID: string | null;
  /** What stood behind the question mark of the page's address, without a PIN. */
  readonly conferenceQueryParams: Record<string, string>;
  /** The live call; null outside a conference. */
  readonly pexrtc: PexCall | null;
}
