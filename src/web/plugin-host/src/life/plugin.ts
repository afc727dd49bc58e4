import type { MenuEntry, PluginPackage } from '../branding/package';
import type { PluginProblem } from '../branding/problem';
import type { Listing } from '../branding/settings';
import type { Boundary } from '../containment/boundary';
import { natives } from '../containment/natives';
import type { Owner } from '../containment/owner';
import type { Resident } from '../containment/resident';
import { createBreaker, type Breaker } from '../containment/breaker';
import { describe, type Fault } from '../containment/fault';
import type { Spending } from '../containment/spending';
import type { Starting } from '../face/arrival';
import type { Contribution } from '../menus/menus';
import type { Verdict } from './gate';
import { createPatience, waitFor } from '../patience';
import { registeredOf, type Registered } from './registration';
import type { KeptBy, PluginSeen } from './seen';

/** What happens around one plugin that it does not decide itself. */
export interface Surroundings {
  boundaryOf(plugin: Plugin, spending: Spending): Boundary;
  spendingOf(plugin: Plugin): Spending;
  changed(): void;
  menusChanged(): void;
  faulted(plugin: Plugin, fault: Fault): void;
  /** Gives the arguments of a menu item's action; null when whom it is about has left. */
  argumentsFor(entry: MenuEntry, uuid: string | null): readonly unknown[] | null;
  streamsFor(plugin: Plugin): readonly unknown[];
}

const longestStart = 10_000;

export type Script = 'not run' | 'running' | 'ran';

/** One plugin on this page: its files, its source that runs once, and `load` and `unload` as often as they are wanted. */
export class Plugin implements Resident {
  readonly key: string;
  readonly boundary: Boundary;
  readonly problems: PluginProblem[] = [];
  readonly calls = new Map<string, number>();
  /** Items that somebody hid, and who. */
  readonly hiddenItems = new Map<string, Owner>();
  readonly #keptFrom = new Map<string, KeptBy>();
  pack: PluginPackage;
  /** Where its files are; set with its package. */
  folder = '';
  scriptUrl: string | null = null;
  script: Script = 'not run';
  verdict: Verdict = 'waiting';
  loaded = false;
  loading = false;
  stopped = false;
  failure: string | null = null;
  lastFault: Fault | null = null;
  leftOver: readonly string[] = [];
  registered: Registered | null = null;
  readonly #breaker: Breaker = createBreaker();
  readonly #around: Surroundings;
  readonly #spending: Spending;
  #loads = 0;
  #state: unknown;
  #unwatch: (() => void) | null = null;
  #entering = false;
  #missed: (() => void)[] = [];

  constructor(readonly listing: Listing, key: string, around: Surroundings) {
    this.key = key;
    this.#around = around;
    this.#spending = around.spendingOf(this);
    this.boundary = around.boundaryOf(this, this.#spending);
    this.pack = { id: listing.id, name: listing.id, description: '', version: '', srcURL: null, allowUnload: true, platforms: null, roles: null, menu: [] };
  }

  get named(): { readonly plugin: string; readonly version: string } {
    return { plugin: this.pack.id, version: this.pack.version };
  }

  note(text: string, where: Omit<PluginProblem, 'text'> = {}): void {
    if (this.problems.length >= 50 || this.problems.some((known) => known.text === text)) return;
    this.problems.push({ text, ...where });
    this.#around.changed();
  }

  keptFrom(site: string, by: KeptBy): void {
    if (this.#keptFrom.size >= 20 || this.#keptFrom.has(site)) return;
    this.#keptFrom.set(site, by);
    this.#around.changed();
  }

  called(name: string): void {
    this.#spending.requested(natives.now());
    const known = this.calls.has(name) || this.calls.size < 50;
    const counted = known ? name : 'others';
    this.calls.set(counted, (this.calls.get(counted) ?? 0) + 1);
  }

  fail(entry: string, reason: unknown): void {
    const { message, stack } = describe(reason);
    const at = Date.now();
    this.lastFault = { plugin: this.pack.id, version: this.pack.version, entry, message, stack, at };
    this.failure = `${entry}: ${message}`;
    if (this.stopped) return;
    if (this.#breaker.strike(at)) {
      this.stopped = true;
      // What it is in the midst of cannot be interrupted, but nothing more is done for it.
      this.boundary.open = false;
    }
    this.#around.faulted(this, this.lastFault);
  }

  register(given: unknown): void {
    const registered = registeredOf(given, this.boundary);
    if (!registered) return this.fail('registerPlugin', new TypeError('registerPlugin takes an object'));
    if (this.registered) return this.fail('registerPlugin', new Error('It registered twice; what it registered first counts'));
    const { id } = registered;
    if (id === null) this.note('It registered without an id');
    else if (id !== this.pack.id && id !== this.listing.id) this.note(`It registered as ${id}, but its package file says ${this.pack.id}`);
    for (const { action } of this.pack.menu) if (!registered.has(action)) this.note(`A menu item wants the function ${action}, which was not registered`);
    this.registered = registered;
  }

  /** Null unless its source runs, or its `load` until that has come back. */
  get starting(): Starting | null {
    return this.#entering || this.boundary.holdings.scripting ? { onceLoaded: (act) => void this.#missed.push(act) } : null;
  }

  /** Calls `load`; resolves when what that returned has, if ever. */
  load(): Promise<void> {
    const { registered } = this;
    if (this.loaded || !registered) return Promise.resolve();
    this.loaded = true;
    // What went wrong last time is over; what went wrong while the source ran is not.
    if (this.#loads++ > 0) this.failure = null;
    this.boundary.open = true;
    this.#entering = true;
    this.boundary.holdings.revive();
    this.#unwatch = registered.watch((state) => {
      this.#state = state;
      this.#around.menusChanged();
    });
    const result = registered.has('load') ? registered.call('load', 'load', this.#around.streamsFor(this)) : undefined;
    this.#around.menusChanged();
    this.#around.changed();
    const loads = this.#loads;
    const begun = () => {
      if (loads !== this.#loads || !this.#entering) return;
      this.#entering = false;
      this.#missed.splice(0).forEach((tell) => tell());
    };
    const settles = settled(result);
    // What it subscribes to while it waits in `load` it has not missed yet; some wait for ever.
    void waitFor(settles, createPatience(longestStart)).then(begun);
    return settles.then(begun);
  }

  unload(): void {
    // Stopped or not, it may put away its own things.
    this.boundary.open = this.loaded;
    if (this.loaded && this.registered?.has('unload')) this.registered.call('unload', 'unload', []);
    this.#unwatch?.();
    this.#unwatch = null;
    this.#state = undefined;
    this.boundary.open = false;
    this.boundary.holdings.release();
    this.loaded = false;
    this.#entering = false;
    this.#missed = [];
    this.#around.menusChanged();
    this.#around.changed();
  }

  forgive(): void {
    this.stopped = false;
    this.failure = null;
    this.#breaker.reset();
  }

  get contribution(): Contribution {
    return {
      plugin: this.key,
      name: this.pack.name,
      folder: this.folder,
      entries: this.pack.menu,
      state: () => this.#state,
      isHidden: (entry) => this.hiddenItems.has(entry.id ?? entry.action),
      note: (text) => this.note(text),
      run: (entry, uuid) => {
        const args = this.#around.argumentsFor(entry, uuid);
        if (args) this.registered?.call(`action ${entry.action}`, entry.action, args);
      },
    };
  }

  seen(enabled: boolean): PluginSeen {
    const { pack, loaded, failure, verdict } = this;
    const spent = this.#spending.figures(natives.now());
    const idle = ({ run: 'loading', waiting: 'waiting', disabled: 'disabled', stopped: 'failed', platform: 'not-for-platform', role: 'not-for-role' } as const)[verdict];
    const state = failure !== null && (verdict === 'run' || verdict === 'stopped' || verdict === 'waiting') ? 'failed' : loaded && !this.loading ? 'loaded' : idle;
    return {
      id: pack.id, name: pack.name, description: pack.description, version: pack.version, state, why: failure, running: loaded, enabled,
      allowUnload: pack.allowUnload, problems: [...this.problems], faults: this.#breaker.faults, lastFault: this.lastFault,
      calls: Object.fromEntries(this.calls), ...spent, holds: this.boundary.holdings.count(), leftOver: this.leftOver,
      keptFrom: [...this.#keptFrom].map(([site, by]) => ({ site, by })),
    };
  }
}

function settled(result: unknown): Promise<void> {
  return result instanceof Promise ? result.then(() => undefined, () => undefined) : Promise.resolve();
}
