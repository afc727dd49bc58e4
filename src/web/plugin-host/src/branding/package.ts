import { parseLocated, type LocatedJson } from './located-json';
import { notesOn, type Notes, type PluginProblem } from './problem';
import { flagOf, recordOf, textOf, wordsOf } from './reading';

export const places = ['toolbar', 'conference', 'participants'] as const;

export type Place = (typeof places)[number];

/** A menu item as the package file wants it. */
export interface MenuEntry {
  readonly place: Place;
  readonly id: string | null;
  readonly icon: string | null;
  readonly label: string | null;
  readonly action: string;
}

/** What a package file says, with everything filled in that real ones leave out. */
export interface PluginPackage {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly srcURL: string | null;
  readonly allowUnload: boolean;
  /** Null is every platform, and every role. */
  readonly platforms: readonly string[] | null;
  readonly roles: readonly string[] | null;
  readonly menu: readonly MenuEntry[];
}

/** Never refuses: what cannot be understood is a problem, and `null` only where the text is not JSON. */
export function readPackage(source: string, listedId: string, file: string): { readonly package: PluginPackage | null; readonly problems: readonly PluginProblem[] } {
  const notes = notesOn(file);
  const json = parseLocated(source);
  if ('text' in json) {
    notes.note(`This is not JSON: ${json.text} (column ${json.column})`, json.line);
    return { package: null, problems: notes.all };
  }
  const fields = recordOf(json.value);
  if (!fields) {
    notes.note('A package file is an object in curly brackets');
    return { package: null, problems: notes.all };
  }
  const id = textOf(fields['id'])?.trim() || listedId;
  if (id !== listedId) notes.note(`The id here is ${id}, but settings.json says ${listedId}`, json.lineOf('id'));
  const srcURL = textOf(fields['srcURL'])?.trim() || null;
  if (!srcURL) notes.note('"srcURL" is missing, so there is no script to load', json.lineOf('srcURL'));
  return {
    package: {
      id,
      name: textOf(fields['name'])?.trim() || id,
      description: textOf(fields['description']) ?? '',
      version: textOf(fields['version']) ?? '',
      srcURL,
      allowUnload: flagOf(fields['allowUnload']) ?? true,
      platforms: known(fields['platforms'], ['web', 'electron', 'ios', 'android'], 'platform', notes, json.lineOf('platforms')),
      roles: known(fields['participantRoles'], ['chair', 'guest'], 'role', notes, json.lineOf('participantRoles')),
      menu: menuOf(fields['menuItems'], json, notes),
    },
    problems: notes.all,
  };
}

function known(value: unknown, words: readonly string[], what: string, notes: Notes, line: number): readonly string[] | null {
  if (value === undefined || value === null) return null;
  const given = wordsOf(value)?.map((word) => (word === 'host' ? 'chair' : word));
  if (!given) {
    notes.note(`The list of ${what}s is not a list`, line);
    return null;
  }
  for (const word of given) if (!words.includes(word)) notes.note(`There is no ${what} "${word}"`, line);
  return given.length === 0 ? null : given;
}

function menuOf(value: unknown, json: LocatedJson, notes: Notes): readonly MenuEntry[] {
  const menu = recordOf(value);
  if (!menu) {
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) notes.note('"menuItems" is not an object', json.lineOf('menuItems'));
    return [];
  }
  for (const place of Object.keys(menu))
    if (!places.some((known) => known === place)) notes.note(`There is no place "${place}" for menu items`, json.lineOf('menuItems', place));
  const items = places.flatMap((place) => entriesAt(place, menu[place], json, notes));
  if (new Set(items.map((item) => item.place)).size > 1)
    notes.note('Menu items are meant for one place only; they are shown in each that is named', json.lineOf('menuItems'));
  return items;
}

function entriesAt(place: Place, value: unknown, json: LocatedJson, notes: Notes): readonly MenuEntry[] {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one, index) => {
    const fields = recordOf(one);
    const action = textOf(fields?.['action'])?.trim();
    const line = json.lineOf('menuItems', place, index);
    if (!fields || !action) {
      notes.note(`Menu item ${index + 1} of ${place} has no "action", so it would do nothing`, line);
      return [];
    }
    return [{ place, id: textOf(fields['id']), icon: textOf(fields['icon']), label: textOf(fields['label']), action }];
  });
}
