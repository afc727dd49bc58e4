import type { MenuItem, Menus } from '@plenum/plugin-host';
import type { Observable } from 'rxjs';
import type { Attachment } from 'svelte/attachments';

export type PluginMenus = Menus;
export type PluginMenus$ = Observable<Menus>;

export const noPlugins: Menus = { toolbar: [], conference: [], participant: () => [] };

/** The same item for a menu, which shows pictures by address: the icon in the colour that letters have now. */
export function withPicture(item: MenuItem): { readonly key: string; readonly label: string; readonly icon: string; run(): void } {
  return { key: item.key, label: item.label, icon: pictureOf(item.icon, getComputedStyle(document.documentElement).color), run: () => item.run() };
}

/** An icon is markup that the plugin host made of allowed elements alone; as a picture it can do even less. */
export function pictureOf(markup: string, colour: string): string {
  return `data:image/svg+xml,${encodeURIComponent(markup.replaceAll('currentColor', colour))}`;
}

/** Puts an icon into the page as the elements that it is made of, in the colours of whatever is around it. */
export function drawn(markup: string): Attachment<HTMLElement> {
  return (element) => {
    const { documentElement } = new DOMParser().parseFromString(markup, 'image/svg+xml');
    element.replaceChildren(...(documentElement instanceof SVGElement ? [document.importNode(documentElement, true)] : []));
  };
}
