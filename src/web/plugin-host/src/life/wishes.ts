import { recordOf } from '../branding/reading';

/** What a user decided about plugins, remembered in the browser. */
export interface Wishes {
  /** Null where the user left it to the branding. */
  enabled(plugin: string): boolean | null;
  enable(plugin: string, on: boolean): void;
  /** What of a plugin made the page stand still; forgotten when the user enables it again. */
  hung(plugin: string): string | null;
  blame(plugin: string, entry: string): void;
  forgive(plugin: string): void;
  without: boolean;
}

const key = 'plenum.plugins';

export function createWishes(memory: Storage): Wishes {
  const read = (): { plugins: Record<string, unknown>; hung: Record<string, unknown>; without: boolean } => {
    try {
      const kept = recordOf(JSON.parse(memory.getItem(key) ?? '{}'));
      return { plugins: { ...recordOf(kept?.['plugins']) }, hung: { ...recordOf(kept?.['hung']) }, without: kept?.['without'] === true };
    } catch {
      return { plugins: {}, hung: {}, without: false };
    }
  };
  // What was decided holds for this page even where the browser keeps nothing.
  const now = read();
  const keep = () => {
    try {
      memory.setItem(key, JSON.stringify(now));
      return true;
    } catch {
      return false;
    }
  };
  return {
    enabled: (plugin) => (typeof now.plugins[plugin] === 'boolean' ? now.plugins[plugin] : null),
    enable(plugin, on) {
      now.plugins[plugin] = on;
      keep();
    },
    hung: (plugin) => (typeof now.hung[plugin] === 'string' ? now.hung[plugin] : null),
    blame(plugin, entry) {
      now.hung[plugin] = entry;
      keep();
    },
    forgive(plugin) {
      if (!(plugin in now.hung)) return;
      delete now.hung[plugin];
      keep();
    },
    get without() {
      return now.without;
    },
    set without(value) {
      now.without = value;
      keep();
    },
  };
}
