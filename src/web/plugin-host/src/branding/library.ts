import { natives } from '../containment/natives';
import type { Sources } from '../seams';
import { brandingRoot, candidates } from './address';
import { readFindings } from './findings';
import { readPackage, type PluginPackage } from './package';
import type { PluginProblem } from './problem';
import { readSettings, settingsWanted, type Listing } from './settings';

/** What the active branding has: the plugins listed, and the problems with the list itself. */
export interface Catalogue {
  readonly listings: readonly Listing[];
  readonly problems: readonly PluginProblem[];
}

export async function readCatalogue(sources: Sources, page: string): Promise<Catalogue> {
  const root = brandingRoot(page);
  try {
    const [settings, manifest, found] = await Promise.all([
      sources.read(`${root}settings.json`), sources.read(`${root}manifest.json`).catch(() => null), readFindings(sources, page),
    ]);
    const wanted = manifest === null ? { wanted: true, problems: [] } : settingsWanted(manifest);
    if (settings === null || !wanted.wanted) return { listings: [], problems: found ?? wanted.problems };
    const { listings, problems } = readSettings(settings);
    return { listings, problems: found ?? [...wanted.problems, ...problems] };
  } catch (reason) {
    return { listings: [], problems: [{ text: `The settings cannot be read: ${String(reason)}`, file: 'settings.json' }] };
  }
}

/** A package with where it lies; null where it cannot be had, and then the problems say why. */
export interface FoundPackage {
  readonly pack: PluginPackage | null;
  readonly folder: string;
  readonly script: string | null;
  readonly problems: readonly PluginProblem[];
}

export async function findPackage(sources: Sources, page: string, listing: Listing, patience: number): Promise<FoundPackage> {
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

/** What takes longer than the patience lasts is given up. */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = natives.setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
    promise.then(resolve, reject).finally(() => natives.clearTimeout(timer));
  });
}
