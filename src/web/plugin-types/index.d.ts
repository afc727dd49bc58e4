/** What a webapp2 plugin can rely on. `import '@plenum/plugin-types/global'` makes `window.PEX` known to a checker. */
export type { Conference, Participant } from './people';
export type { Stream, State, Subscription, Watcher } from './streams';
export type { Dialog, DialogOpening, DialogTemplate } from './dialogs';
export type { ItemState, ItemStates, MenuEntry, PackageFile, Place, Registration, SettingsEntry } from './files';
export type { DialOptions, LayoutTransforms, PluginApi, PluginMenuItem, RequestAnswer } from './api';
export type { Action, ActionNames, PEX } from './pex';
