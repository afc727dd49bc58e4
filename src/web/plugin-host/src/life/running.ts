import type { Attribution } from '../containment/attribution';
import { within } from '../branding/library';
import { natives } from '../containment/natives';
import type { Sources } from '../seams';
import type { Plugin } from './plugin';

/** Gets plugins' sources, all at once, and runs them one after another in the order of the settings. */
export interface Runner {
  /** Resolves when all sources have run; `settled` when their `load` has come back, or patience is at its end. */
  start(plugins: readonly Plugin[]): Promise<{ readonly settled: Promise<void> }>;
}

export interface RunnerSurroundings {
  readonly sources: Sources;
  readonly attribution: Attribution;
  readonly deadline: number;
  /** Whether it is still wanted, after what was waited for. */
  wanted(plugin: Plugin): boolean;
  aroundScript(plugin: Plugin): () => void;
  changed(): void;
}

export function createRunner({ sources, attribution, deadline, wanted, aroundScript, changed }: RunnerSurroundings): Runner {
  const run = async (plugin: Plugin, there: Promise<string | null>): Promise<void> => {
    const missing = await there;
    const { scriptUrl, boundary } = plugin;
    if (!wanted(plugin) || plugin.script !== 'not run') return;
    if (missing !== null || scriptUrl === null) return plugin.fail('script', new Error(missing ?? 'There is no script to load'));
    plugin.script = 'running';
    boundary.open = true;
    boundary.holdings.scripting = true;
    attribution.claimUrl(scriptUrl, boundary);
    attribution.claimFolder(plugin.folder, boundary);
    const after = aroundScript(plugin);
    try {
      await sources.run(scriptUrl, (script) => attribution.claimScript(script, boundary));
      plugin.script = 'ran';
    } catch (reason) {
      plugin.script = 'not run';
      plugin.fail('script', reason);
    } finally {
      after();
      boundary.holdings.scripting = false;
    }
  };

  const load = async (plugin: Plugin): Promise<void> => {
    plugin.loading = true;
    changed();
    try {
      await within(plugin.load(), deadline);
    } catch {
      plugin.note(`load has not come back within ${deadline / 1000} s; the meeting goes on without waiting for it`);
    }
    plugin.loading = false;
    changed();
  };

  return {
    async start(plugins) {
      const fresh = plugins.filter((plugin) => plugin.script === 'not run');
      const there = new Map(fresh.map((plugin) => [plugin, reached(plugin, sources, deadline)]));
      const loads: Promise<void>[] = [];
      for (const plugin of plugins) {
        const script = there.get(plugin);
        if (script) await run(plugin, script);
        if (!wanted(plugin)) continue;
        if (plugin.registered) loads.push(load(plugin));
        else if (plugin.script === 'ran') loads.push(late(plugin));
      }
      return { settled: Promise.all(loads).then(changed) };
    },
  };

  /** Registering some time after the script ran is allowed, as long as it happens. */
  async function late(plugin: Plugin): Promise<void> {
    const since = natives.now();
    while (!plugin.registered && wanted(plugin) && natives.now() - since < deadline) await new Promise<void>((resolve) => natives.setTimeout(resolve, 25));
    if (plugin.registered) return load(plugin);
    if (wanted(plugin) && plugin.failure === null) plugin.fail('script', new Error('It ran, but did not register'));
  }
}

async function reached(plugin: Plugin, sources: Sources, deadline: number): Promise<string | null> {
  if (plugin.scriptUrl === null) return 'There is no script to load';
  try {
    await within(sources.preload(plugin.scriptUrl), deadline);
    return null;
  } catch (reason) {
    return reason instanceof Error ? reason.message : String(reason);
  }
}
