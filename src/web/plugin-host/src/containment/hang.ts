import { natives } from './natives';
import { createStandstill } from './standstill';

/** Leaves a note in storage while a plugin's code runs. After a hang the page is reloaded, the note is still there, and it names the culprit. */
export interface HangMark {
  enter(plugin: string, entry: string): () => void;
  /** The same for what nobody enters, such as inline handlers: until this task ends. */
  duringTask(plugin: string, entry: string): void;
  /** While the browser itself waits for the user, as in `alert`: nobody hangs. */
  pause(): () => void;
  /** From now on a page that ends without a word stood still, or was ended: somebody's code runs in it. */
  watchPage(): () => void;
  /** Who was running when this tab, or another one that is gone or stands still, stopped answering. Asked once, at the start. */
  culprits(): Promise<readonly Culprit[]>;
  /** Whether this tab's page ended without a word, and nobody can be named. Asked after the culprits. */
  readonly stoodStill: boolean;
}

export interface Culprit {
  readonly plugin: string;
  readonly entry: string;
}

const prefix = 'plenum.plugin-running.';
/** Another living tab's note this old is from a tab that stands still; without locks there is no telling who lives. */
const stale = { alive: 10_000, unknown: 60_000 };

export function createHangMark(memory: Storage, tabMemory: Storage, wallClock: () => number = Date.now): HangMark {
  const tab = tabOf(tabMemory);
  const key = prefix + tab;
  const entered: Culprit[] = [];
  let inTask: Culprit | null = null;
  let paused = 0;
  let clearing = false;
  const page = createStandstill(memory, tab, wallClock);
  let stoodStill = false;
  const write = () => {
    const now = paused > 0 ? undefined : (entered.at(-1) ?? inTask);
    attempt(() => (now ? memory.setItem(key, JSON.stringify({ ...now, at: wallClock() })) : memory.removeItem(key)));
  };
  // A page that goes away in good order hangs nowhere.
  globalThis.addEventListener?.('pagehide', () => void (entered.length === 0 && write()));
  const clearLater = () => {
    // Many short entries follow one another in a task; one removal after them is enough.
    if (clearing) return;
    clearing = true;
    natives.setTimeout(() => {
      clearing = false;
      inTask = null;
      if (entered.length === 0) write();
    }, 0);
  };
  return {
    enter(plugin, entry) {
      // What a plugin's code comes to within its code is in its name already, and storage is slow.
      const around = entered.at(-1) ?? inTask;
      const within = around?.plugin === plugin;
      entered.push({ plugin, entry: within ? around.entry : entry });
      if (!within) write();
      return () => {
        entered.pop();
        if (entered.length > 0 || inTask) return void (within || write());
        clearLater();
      };
    },
    duringTask(plugin, entry) {
      if (inTask?.plugin === plugin || entered.at(-1)?.plugin === plugin) return;
      inTask = { plugin, entry };
      if (entered.length === 0) write();
      clearLater();
    },
    pause() {
      const release = page.pause();
      if (paused++ === 0) write();
      return () => {
        release();
        if (--paused === 0) write();
      };
    },
    watchPage: () => page.watch(),
    get stoodStill() {
      return stoodStill;
    },
    async culprits() {
      const found: Culprit[] = [];
      const alive = await livingTabs(tab);
      attempt(() => {
        for (const name of Object.keys(memory).filter((name) => name.startsWith(prefix))) {
          const note = JSON.parse(memory.getItem(name) ?? 'null') as (Culprit & { at: number }) | null;
          if (name !== key && wallClock() - (note?.at ?? 0) < patience(alive, name.slice(prefix.length))) continue;
          memory.removeItem(name);
          if (note) found.push({ plugin: note.plugin, entry: note.entry });
        }
        stoodStill = page.takeLeft(alive) && found.length === 0;
      });
      return found;
    },
  };
}

function patience(alive: ReadonlySet<string> | null, tab: string): number {
  return alive === null ? stale.unknown : alive.has(tab) ? stale.alive : 0;
}

/** Every tab holds a lock for its life. */
async function livingTabs(own: string): Promise<ReadonlySet<string> | null> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return null;
  const { held = [] } = await locks.query();
  void locks.request(prefix + own, { ifAvailable: true }, () => new Promise<never>(() => undefined));
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
}

function tabOf(memory: Storage): string {
  const key = 'plenum.tab';
  let tab: string | null = null;
  attempt(() => {
    tab = memory.getItem(key);
    if (!tab) memory.setItem(key, (tab = crypto.randomUUID()));
  });
  return tab ?? 'only';
}

/** Storage may be full, or forbidden; then hangs go unnamed and nothing else is lost. */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
