import type { DialogOpening, DialogTemplate } from './dialogs';
import type { Registration } from './files';
import type { State } from './streams';

/** How a request ended. `result` is the server's; on failure its words. */
export interface RequestAnswer<T = unknown> {
  readonly status: 'success' | 'failed';
  readonly result: T;
}

export interface DialOptions {
  readonly streaming?: boolean;
  readonly call_type?: string;
  readonly dtmf_sequence?: string;
  readonly presentation_uri?: string;
  readonly keep_conference_alive?: string;
  readonly remote_display_name?: string;
  readonly overlay_text?: string;
}

/** `{}` brings the default layout back. */
export interface LayoutTransforms {
  readonly layout?: string;
  readonly host_layout?: string;
  readonly guest_layout?: string;
  readonly enable_overlay_text?: boolean;
  readonly enable_active_speaker_indication?: boolean;
  readonly [other: string]: unknown;
}

/** One menu item of a plugin, to be taken out of sight and brought back. */
export interface PluginMenuItem {
  hide(): void;
  show(): void;
}

/** `window.PEX.pluginAPI` */
export interface PluginApi {
  registerPlugin(registration: Registration): void;
  createNewState<T>(first: T): State<T>;
  /** Sends a command of the client API below the conference's address, with or without a slash in front. */
  sendRequest(path: string, payload?: unknown, callback?: ((answer: RequestAnswer) => void) | null): Promise<RequestAnswer>;
  openTemplateDialog(template: DialogTemplate, backdropOrZIndex?: 'static' | number | null, zIndex?: number): DialogOpening;
  spotlightOnParticipant(uuid: string): Promise<RequestAnswer>;
  spotlightOffParticipant(uuid: string): Promise<RequestAnswer>;
  /** An empty `result` means that nobody could be called. */
  dialOut(
    alias: string,
    protocol: string,
    role: string,
    callback?: ((answer: RequestAnswer<string[]>) => void) | null,
    options?: DialOptions | string,
  ): Promise<RequestAnswer<string[]>>;
  disconnectParticipant(uuid: string): Promise<RequestAnswer>;
  /** @deprecated Use `transformConferenceLayout`. */
  changeConferenceLayout(layout: string | LayoutTransforms): Promise<RequestAnswer>;
  transformConferenceLayout(transforms: LayoutTransforms): Promise<RequestAnswer>;
  sendChatMessage(message: string | { readonly type?: string; readonly payload: unknown }): Promise<RequestAnswer>;
  getPluginMenuItem(pluginId: string, menuItemId: string): PluginMenuItem;
  navigateToInvitationCard(conference: string, pin?: string): void;
}
