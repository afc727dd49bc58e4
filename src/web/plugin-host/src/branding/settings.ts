import { parseLocated } from './located-json';
import { notesOn, type PluginProblem } from './problem';
import { flagOf, recordOf, textOf } from './reading';

/** A plugin as `settings.json` lists it. */
export interface Listing {
  readonly id: string;
  readonly srcURL: string;
  readonly enabled: boolean;
}

export interface Settings {
  readonly listings: readonly Listing[];
  readonly problems: readonly PluginProblem[];
}

export function readSettings(source: string, file = 'settings.json'): Settings {
  const notes = notesOn(file);
  const json = parseLocated(source);
  if ('text' in json) {
    notes.note(`This is not JSON, so no plugin can be found: ${json.text} (column ${json.column})`, json.line);
    return { listings: [], problems: notes.all };
  }
  const entries = recordOf(json.value)?.['plugins'];
  if (entries !== undefined && !Array.isArray(entries)) notes.note('"plugins" is not a list', json.lineOf('plugins'));
  const listings: Listing[] = [];
  for (const [index, entry] of (Array.isArray(entries) ? entries : []).entries()) {
    const fields = recordOf(entry);
    const line = json.lineOf('plugins', index);
    const srcURL = textOf(fields?.['srcURL'])?.trim();
    if (!fields || !srcURL) {
      notes.note(`Plugin ${index + 1} has no "srcURL", so it cannot be found`, line);
      continue;
    }
    const id = textOf(fields['id'])?.trim() || srcURL;
    if (!textOf(fields['id'])) notes.note(`Plugin ${index + 1} has no "id"`, line);
    if (listings.some((known) => known.id === id && known.srcURL === srcURL)) {
      notes.note(`The plugin ${id} is listed twice`, line);
      continue;
    }
    const enabled = flagOf(fields['enabled']);
    if (enabled === null) notes.note(`"enabled" of the plugin ${id} is neither true nor false; it is taken as true`, json.lineOf('plugins', index, 'enabled'));
    listings.push({ id, srcURL, enabled: enabled ?? true });
  }
  return { listings, problems: notes.all };
}

/** Whether the manifest wants the settings to be used at all: only a plain no keeps plugins out. */
export function settingsWanted(source: string): { readonly wanted: boolean; readonly problems: readonly PluginProblem[] } {
  const notes = notesOn('manifest.json');
  const json = parseLocated(source);
  if ('text' in json) {
    notes.note(`This is not JSON: ${json.text} (column ${json.column})`, json.line);
    return { wanted: true, problems: notes.all };
  }
  const wanted = flagOf(recordOf(json.value)?.['isSettingsBranded']) ?? true;
  if (!wanted) notes.note('"isSettingsBranded" is false, so settings.json and its plugins are not used', json.lineOf('isSettingsBranded'));
  return { wanted, problems: notes.all };
}
