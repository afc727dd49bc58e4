import { BehaviorSubject, type Observable } from 'rxjs';
import type { MenuEntry } from '../branding/package';
import { natives } from '../containment/natives';
import type { Icons } from './icons';
import { isShown, lookFor, lookOf, type Look } from './state';

/** A menu item as the app shows it. An item that looks as before is the same object as before. */
export interface MenuItem {
  readonly key: string;
  readonly plugin: string;
  /** Text, tooltip and accessible name. */
  readonly label: string;
  /** Markup of an `<svg>` made by the host; safe to put into the page. */
  readonly icon: string;
  run(): void;
}

/** Only what is to be seen; `participant` gives the items of one person's menu. */
export interface Menus {
  readonly toolbar: readonly MenuItem[];
  readonly conference: readonly MenuItem[];
  participant(uuid: string): readonly MenuItem[];
}

/** What a loaded plugin puts into the menus. */
export interface Contribution {
  readonly plugin: string;
  readonly name: string;
  readonly folder: string;
  readonly entries: readonly MenuEntry[];
  state(): unknown;
  isHidden(entry: MenuEntry): boolean;
  run(entry: MenuEntry, uuid: string | null): void;
  note(text: string): void;
}

/** All plugins' menu items. Changes are gathered, so that a state that changes a thousand times a second costs twenty. */
export interface MenuBoard {
  readonly menus$: Observable<Menus>;
  changed(): void;
}

const gathering = 50;
/** Items in menus of people who have left are forgotten all at once. */
const mostRemembered = 5000;

export function createMenuBoard(contributions: () => readonly Contribution[], icons: Icons): MenuBoard {
  const known = new Map<string, MenuItem>();
  const menus$ = new BehaviorSubject<Menus>({ toolbar: [], conference: [], participant: () => [] });
  let at = -Infinity;
  let pending = false;

  const itemOf = (one: Contribution, entry: MenuEntry, index: number, look: Look, uuid: string | null): MenuItem => {
    const key = [one.plugin, entry.place, index, ...(uuid === null ? [] : [uuid])].join('/');
    const label = look.label?.trim() || one.name;
    const icon = icons.markup(look.icon, one.folder, one.note);
    const before = known.get(key);
    if (before && before.label === label && before.icon === icon) return before;
    const item: MenuItem = { key, plugin: one.plugin, label, icon, run: () => one.run(entry, uuid) };
    known.set(key, item);
    return item;
  };

  const itemsAt = (place: MenuEntry['place'], uuid: string | null): readonly MenuItem[] =>
    contributions().flatMap((one) =>
      one.entries.flatMap((entry, index) => {
        if (entry.place !== place || one.isHidden(entry)) return [];
        // One state for all of a plugin's items.
        const state = one.state();
        const look = uuid === null ? lookOf(entry, state) : lookFor(entry, state, uuid);
        return isShown(look) ? [itemOf(one, entry, index, look, uuid)] : [];
      }),
    );

  const emit = () => {
    pending = false;
    at = natives.now();
    const present = new Set(contributions().map((one) => one.plugin));
    if (known.size > mostRemembered) known.clear();
    for (const item of known.values()) if (!present.has(item.plugin)) known.delete(item.key);
    menus$.next({ toolbar: itemsAt('toolbar', null), conference: itemsAt('conference', null), participant: (uuid) => itemsAt('participants', uuid) });
  };

  return {
    menus$,
    changed() {
      if (pending) return;
      pending = true;
      const wait = at + gathering - natives.now();
      if (wait <= 0) natives.queueMicrotask(emit);
      else natives.setTimeout(emit, wait);
    },
  };
}
