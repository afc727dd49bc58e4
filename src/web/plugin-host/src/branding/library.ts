import { within, type Patience } from '../patience';
import type { Sources } from '../seams';
import { brandingRoot, candidates } from './address';
import { readFindings } from './findings';
import { readPackage, type PluginPackage } from './package';
import type { PluginProblem } from './problem';
import { readSettings, settingsWanted, type Listing } from './settings';

/** What the active branding has: the plugins listed, and the problems with the list itself. */
export interface Catalogue {
  /** False where the list could not be had: another time it may. */
  readonly read: boolean;
  readonly listings: readonly Listing[];
  readonly problems: readonly PluginProblem[];
}

export async function readCatalogue(sources: Sources, page: string, patience: Patience): Promise<Catalogue> {
  const root = brandingRoot(page);
  try {
    const [settings, manifest, found] = await Promise.all([
      within(sources.read(`${root}settings.json`), patience),
      within(sources.read(`${root}manifest.json`), patience).catch(() => null),
      within(readFindings(sources, page), patience).catch(() => null),
    ]);
    const wanted = manifest === null ? { wanted: true, problems: [] } : settingsWanted(manifest);
    if (settings === null || !wanted.wanted) return { read: true, listings: [], problems: found ?? wanted.problems };
    const { listings, problems } = readSettings(settings);
    return { read: true, listings, problems: found ?? [...wanted.problems, ...problems] };
  } catch (reason) {
    return { read: false, listings: [], problems: [{ text: `The settings cannot be read: ${String(reason)}`, file: 'settings.json' }] };
  }
}

/** A package with where it lies; null where it cannot be had, and then the problems say why. */
export interface FoundPackage {
  readonly pack: PluginPackage | null;
  readonly folder: string;
  readonly script: string | null;
  readonly problems: readonly PluginProblem[];
}

export async function findPackage(sources: Sources, page: string, listing: Listing, patience: Patience): Promise<FoundPackage> {
  const root = brandingRoot(page);
  const none = (text: string): FoundPackage => ({ pack: null, folder: root, script: null, problems: [{ text, file: listing.srcURL }] });
  for (const url of candidates(listing.srcURL, root, page)) {
    try {
      const text = await within(sources.read(url), patience);
      if (text === null) continue;
      const { package: pack, problems } = readPackage(text, listing.id, listing.srcURL);
      const folder = new URL('.', url).href;
      return { pack, folder, script: pack?.srcURL ? (candidates(pack.srcURL, folder, page)[0] ?? null) : null, problems };
    } catch (reason) {
      return none(`The package file cannot be read: ${reason instanceof Error ? reason.message : String(reason)}`);
    }
  }
  return none('The package file is not there');
}
