import type { Observable } from 'rxjs';

/** A button or menu entry that a plugin brought, ready to be shown. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  /** Markup of an `<svg>` made by the plugin host of allowed elements alone: safe to put into the page. */
  readonly icon: string;
  run(): void;
}

/** What plugins add to the menus; `participant` gives the items of one person's. */
export interface PluginMenus {
  readonly toolbar: readonly MenuItem[];
  readonly conference: readonly MenuItem[];
  participant(uuid: string): readonly MenuItem[];
}

export type PluginMenus$ = Observable<PluginMenus>;

export const noPlugins: PluginMenus = { toolbar: [], conference: [], participant: () => [] };

/** The same item for a menu, which shows pictures by address: the icon in the colour that letters have now. */
export function withPicture(item: MenuItem): { readonly key: string; readonly label: string; readonly icon: string; run(): void } {
  return { key: item.key, label: item.label, icon: pictureOf(item.icon, getComputedStyle(document.documentElement).color), run: () => item.run() };
}

export function pictureOf(markup: string, colour: string): string {
  return `data:image/svg+xml,${encodeURIComponent(markup.replaceAll('currentColor', colour))}`;
}
