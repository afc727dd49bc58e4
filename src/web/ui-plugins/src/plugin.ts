import { createBreaker, describe, natives, type Boundary, type Containment, type Fault, type KeptBy, type PluginCondition, type PluginSeen, type Resident, type Spending } from '@plenum/plugin-host/ground';
import type { Contract } from './contract';
import type { Files } from './files';
import type { PluginTold } from './wire';

export interface Surroundings {
  readonly containment: Containment;
  readonly files: Files;
  /** Where the server's own addresses begin. */
  readonly base: string;
  contractFor(plugin: UiPlugin): Contract;
  changed(): void;
  /** Waits until nobody else's dependency runs. */
  inTurn(act: () => Promise<void>): Promise<void>;
}

type Source = (this: Window, ...handed: readonly object[]) => unknown;

/** One plugin that scripts on the server talk to, in this page: its script, which runs anew with every stay, and its faults. */
export class UiPlugin implements Resident {
  readonly key: string;
  readonly boundary: Boundary;
  readonly #around: Surroundings;
  readonly #spending: Spending;
  readonly #breaker = createBreaker();
  readonly #problems: string[] = [];
  readonly #keptFrom = new Map<string, KeptBy>();
  stopped = false;
  state: PluginCondition = 'waiting';
  #failure: string | null = null;
  #lastFault: Fault | null = null;
  #source: Source | null = null;
  #contract: Contract | null = null;
  #leftOver: readonly string[] = [];
  #heard = 0;
  #said = 0;

  constructor(readonly told: PluginTold, around: Surroundings) {
    this.key = `ui:${told.name}`;
    this.#around = around;
    this.#spending = around.containment.spendingFor(this);
    this.boundary = around.containment.boundaryFor(this, this.#spending);
  }

  get named(): { readonly plugin: string; readonly version: string } {
    return { plugin: this.key, version: '' };
  }

  note(text: string): void {
    if (this.#problems.length >= 50 || this.#problems.includes(text)) return;
    this.#problems.push(text);
    this.#around.changed();
  }

  keptFrom(site: string, by: KeptBy): void {
    if (this.#keptFrom.size < 20) this.#keptFrom.set(site, by);
    this.#around.changed();
  }

  fail(entry: string, reason: unknown): void {
    const at = Date.now();
    this.#lastFault = { ...this.named, entry, ...describe(reason), at };
    this.#failure = `${entry}: ${this.#lastFault.message}`;
    if (this.stopped) return;
    if (this.#breaker.strike(at)) {
      this.stopped = true;
      this.end();
      this.state = 'failed';
    }
    this.#around.containment.report(this.#lastFault);
    this.#around.changed();
  }

  forgive(): void {
    this.stopped = false;
    this.#failure = null;
    this.#breaker.reset();
  }

  /** Runs its script; one that throws stays with whatever it had set up until then, as scripts of a page do. */
  async start(): Promise<void> {
    if (this.state === 'loading' || this.state === 'loaded' || this.stopped) return;
    this.state = 'loading';
    this.#failure = null;
    this.#around.changed();
    try {
      this.#source ??= await this.#fetched();
      this.#enter(this.#source);
      this.state = 'loaded';
    } catch (reason) {
      this.state = 'failed';
      this.fail('script', reason);
    }
    this.#around.changed();
  }

  get running(): boolean {
    return this.boundary.open;
  }

  /** Hands a message over; false while there is no function that takes it. */
  give(name: string, message: object): boolean {
    const handler = this.#contract?.handlerFor(name);
    if (!handler || !this.boundary.open) return false;
    this.#heard++;
    this.boundary.enter(`message ${name}`, () => handler(message));
    return true;
  }

  saidSomething(): void {
    this.#said++;
    this.#spending.requested(natives.now());
  }

  end(): void {
    if (!this.boundary.open) return;
    this.boundary.open = false;
    this.boundary.holdings.release();
    this.#leftOver = this.#around.containment.clean(this.boundary);
    this.#contract = null;
    this.state = 'waiting';
    this.#around.changed();
  }

  seen(enabled: boolean, without: boolean): PluginSeen {
    const off = !enabled || without;
    const { state } = this;
    return {
      id: this.key, name: this.told.label, description: '', version: '', why: this.#failure, running: this.running, enabled, allowUnload: true,
      state: this.#failure !== null && (this.stopped || !off) ? 'failed' : off ? 'disabled' : state,
      problems: this.#problems.map((text) => ({ text })), faults: this.#breaker.faults, lastFault: this.#lastFault,
      calls: { ...(this.#heard > 0 && { messages: this.#heard }), ...(this.#said > 0 && { answers: this.#said }) },
      ...this.#spending.figures(natives.now()), holds: this.boundary.holdings.count(), leftOver: this.#leftOver,
      keptFrom: [...this.#keptFrom].map(([site, by]) => ({ site, by })),
    };
  }

  /** What it needs comes first; without one of these it may do something still. */
  async #fetched(): Promise<Source> {
    const { files, base, containment } = this.#around;
    for (const { file } of this.told.dependencies) {
      const got = /\.css(\?|$)/i.test(file) ? files.style(file) : this.#dependency(file);
      await got.catch((reason: unknown) => this.note(reason instanceof Error ? reason.message : String(reason)));
    }
    const address = new URL(this.told.script, base).href;
    containment.attribution.claimFolder(new URL('.', address).href, this.boundary);
    const source: unknown = Reflect.get(await this.#script(address), 'plenumPlugin');
    if (typeof source !== 'function') throw new SyntaxError('Its script cannot be read as JavaScript');
    return source as Source;
  }

  /** What a dependency runs is its own; the plugin's own script only puts a function where it is found. */
  #script(address: string): Promise<HTMLScriptElement> {
    const { files, containment } = this.#around;
    containment.attribution.claimUrl(address, this.boundary);
    return files.script(address, (element) => containment.attribution.claimScript(element, this.boundary));
  }

  /** One at a time in the whole page, so that what appears meanwhile in `window` is this one's. */
  #dependency(address: string): Promise<void> {
    return this.#around.inTurn(async () => {
      const after = this.#around.containment.aroundScript(this);
      this.boundary.holdings.scripting = true;
      try {
        await this.#script(address);
      } finally {
        this.boundary.holdings.scripting = false;
        after();
      }
    });
  }

  #enter(source: Source): void {
    const { containment } = this.#around;
    const contract = (this.#contract = this.#around.contractFor(this));
    this.boundary.open = true;
    this.boundary.holdings.revive();
    const after = containment.aroundScript(this);
    try {
      this.boundary.enter('script', () => source.call(window, contract.service, contract.service, contract.service, contract.sys));
    } finally {
      after();
    }
  }
}
