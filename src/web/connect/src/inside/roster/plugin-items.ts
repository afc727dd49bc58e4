/** What a plugin adds to the menu of one person. */
export interface PluginItem {
  readonly key: string;
  readonly label: string;
  /** The address of a picture, null for none. */
  readonly icon: string | null;
  run(): void;
}

/** Looked up whenever a menu is opened, since plugins show, hide and rename their items per person. */
export type PluginItems = (uuid: string) => readonly PluginItem[];
