import type { Conference, Participant } from './people';
import type { Stream } from './streams';

/** One line of `plugins` in `settings.json`. */
export interface SettingsEntry {
  readonly id: string;
  /** Where the package file is, from the folder of `settings.json`. */
  readonly srcURL: string;
  readonly enabled: boolean;
}

export type Place = 'toolbar' | 'conference' | 'participants';

export interface MenuEntry {
  /** For `getPluginMenuItem`. */
  readonly id?: string;
  /** An SVG file and the id of what is shown of it: `crop.svg#crop`. */
  readonly icon?: string | null;
  readonly label?: string | null;
  /** The name of a function that is registered. */
  readonly action: string;
}

/** The package file. */
export interface PackageFile {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number | string;
  /** Where the script is, from this file's folder. */
  readonly srcURL: string;
  readonly allowUnload?: boolean;
  readonly platforms?: readonly ('web' | 'electron' | 'ios' | 'android')[];
  readonly participantRoles?: readonly ('chair' | 'guest')[];
  readonly menuItems?: { readonly [place in Place]?: readonly MenuEntry[] };
}

/** Icon and label as they are now; null for both hides the item. */
export interface ItemState {
  readonly icon?: string | null;
  readonly label?: string | null;
}

/** For items in a participant's menu: what holds for everybody, and by uuid what holds for one. */
export type ItemStates = ItemState | { readonly [uuid: string]: ItemState | string | null | undefined };

/** What a plugin registers. Its own functions stand beside these under the names that the package file gives as `action`. */
export interface Registration {
  readonly id: string;
  load?(participants$: Stream<readonly Participant[]>, conferenceDetails$: Stream<Conference>): void | Promise<void>;
  unload?(): void;
  readonly state$?: Stream<ItemStates>;
  readonly [action: string]: unknown;
}
