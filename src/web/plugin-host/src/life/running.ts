import type { Attribution } from '../containment/attribution';
import { createPatience, within, type Patience } from '../patience';
import type { Sources } from '../seams';
import type { Plugin } from './plugin';

/** Gets plugins' sources, all at once, and has them run one after another in the order of the settings, each followed by its `load`. */
export interface Runner {
  /** Resolves when all sources have run that came in time; `settled` when their `load` has come back, or is not waited for any more. */
  start(plugins: readonly Plugin[], forFiles: Patience): Promise<{ readonly settled: Promise<void> }>;
  /** To be told of every plugin that registers: some do so long after their source ran. */
  registered(plugin: Plugin): void;
}

export interface RunnerSurroundings {
  readonly sources: Sources;
  readonly attribution: Attribution;
  /** How long `load` may take, and a source that ran to register, before that is worth a word. */
  readonly deadline: number;
  /** Whether it is still wanted, after what was waited for. */
  wanted(plugin: Plugin): boolean;
  aroundScript(plugin: Plugin): () => void;
  changed(): void;
}

export function createRunner({ sources, attribution, deadline, wanted, aroundScript, changed }: RunnerSurroundings): Runner {
  /** Puts the script into the page; the browser runs it after those before it, and tells when it has. */
  const run = async (plugin: Plugin, missing: string | null, before: Promise<void>): Promise<void> => {
    const { scriptUrl, boundary } = plugin;
    if (missing !== null || scriptUrl === null) return before.then(() => plugin.fail('script', new Error(missing ?? 'There is no script to load')));
    plugin.script = 'running';
    attribution.claimUrl(scriptUrl, boundary);
    attribution.claimFolder(plugin.folder, boundary);
    const over = sources.run(scriptUrl, (script) => attribution.claimScript(script, boundary)).then(
      () => null,
      (reason: unknown) => ({ reason }),
    );
    await before;
    boundary.open = true;
    boundary.holdings.scripting = true;
    const after = aroundScript(plugin);
    const failed = await over;
    after();
    boundary.holdings.scripting = false;
    plugin.script = failed ? 'not run' : 'ran';
    if (failed) plugin.fail('script', failed.reason);
  };

  const load = async (plugin: Plugin): Promise<void> => {
    plugin.loading = true;
    changed();
    try {
      await within(plugin.load(), createPatience(deadline));
    } catch {
      plugin.note(`load has not come back within ${deadline / 1000} s; the meeting goes on without waiting for it`);
    }
    plugin.loading = false;
    changed();
  };

  const waiting = new Map<Plugin, () => void>();

  return {
    registered(plugin) {
      waiting.get(plugin)?.();
      waiting.delete(plugin);
    },
    async start(plugins, forFiles) {
      const fresh = plugins.filter((plugin) => plugin.script === 'not run');
      const there = new Map(fresh.map((plugin) => [plugin, reached(plugin, sources, forFiles)]));
      const loads: Promise<void>[] = [];
      const follow = (plugin: Plugin) => {
        if (!wanted(plugin)) return;
        if (plugin.registered) loads.push(load(plugin));
        else if (plugin.script === 'ran' && !waiting.has(plugin)) loads.push(late(plugin));
      };
      let turn = Promise.resolve();
      for (const plugin of plugins) {
        const missing = await there.get(plugin);
        const fresh = missing !== undefined && wanted(plugin) && plugin.script === 'not run';
        turn = (fresh ? run(plugin, missing, turn) : turn).then(() => follow(plugin));
      }
      await turn;
      return { settled: Promise.all(loads).then(changed) };
    },
  };

  /** Registering some time after the script ran is allowed, however late; what took too long is only said. */
  async function late(plugin: Plugin): Promise<void> {
    const loading = new Promise<void>((comes) => waiting.set(plugin, comes)).then(() => {
      if (plugin.failure === unregistered) plugin.failure = null;
      return wanted(plugin) && !plugin.loaded ? load(plugin) : undefined;
    });
    const patience = createPatience(deadline);
    try {
      await within(loading, patience);
    } catch {
      if (waiting.has(plugin) && wanted(plugin) && plugin.failure === null) plugin.fail('script', new Error('It ran, but did not register'));
    }
  }
}

const unregistered = 'script: Error: It ran, but did not register';

async function reached(plugin: Plugin, sources: Sources, patience: Patience): Promise<string | null> {
  if (plugin.scriptUrl === null) return 'There is no script to load';
  try {
    await within(sources.preload(plugin.scriptUrl), patience);
    return null;
  } catch (reason) {
    return reason instanceof Error ? reason.message : String(reason);
  }
}
