import type { Observable } from 'rxjs';

/** A button or menu entry that a plugin brought, ready to be shown. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  /** The address of a picture; null shows the label's first letter. */
  readonly icon: string | null;
  run(): void;
}

/** What plugins add to the two menus that the stage shows. */
export interface PluginMenus {
  readonly toolbar: readonly MenuItem[];
  readonly conference: readonly MenuItem[];
}

export type PluginMenus$ = Observable<PluginMenus>;

export const noPlugins: PluginMenus = { toolbar: [], conference: [] };
