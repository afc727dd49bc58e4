import type { DialogOpening, DialogTemplate } from './dialogs';
import type { Registration } from './files';
import type { State, Stream } from './streams';

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

/** What a script on the server sent: `name`, `scope` and whatever else it chose. */
export interface BackendMessage {
  readonly name: string;
  readonly scope: string;
  readonly [field: string]: unknown;
}

/** The channel to scripts on the server. What is said arrives once, in order, also when the connection was cut meanwhile. */
export interface Backend {
  readonly name: string;
  /** The settings on the server, without secrets; empty until it has told. */
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly messages$: Stream<BackendMessage>;
  /** Runs a callback of the message on the server; true when the server has it. */
  callback(message: BackendMessage, name: string, data?: unknown): Promise<boolean>;
  /** An event that is declared on the server; true when the server has it. */
  sendEvent(name: string, data?: unknown): Promise<boolean>;
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
  /** For a name that is registered on the server as a UI plugin. */
  backend(name: string): Backend;
  getPluginMenuItem(pluginId: string, menuItemId: string): PluginMenuItem;
  navigateToInvitationCard(conference: string, pin?: string): void;
}
