/** What a webapp2 plugin can rely on. `import '@plenum/plugin-types/global'` makes `window.PEX` known to a checker. */
export type { Conference, Participant } from './people';
export type { Connectable, Source, Stream, State, Subscription, Watcher } from './streams';
export type { Dialog, DialogOpening, DialogTemplate } from './dialogs';
export type { ItemState, ItemStates, MenuEntry, PackageFile, Place, Registration, SettingsEntry } from './files';
export type { Backend, BackendMessage, DialOptions, LayoutTransforms, PluginApi, PluginMenuItem, RequestAnswer } from './api';
export type { Action, ActionNames, ActionPayloads, ActionStream, KnownAction } from './actions';
export type { PexCall, RawMessage, RawParticipant } from './call';
export type { PEX } from './pex';
