import { Subject, type Observable } from 'rxjs';
import { causeOf } from '../face/asking';
import type { CallSeen } from '../seams';
import { siteOf } from '../blocked';
import { createAttribution, type Attribution } from './attribution';
import { createBoundary, type Boundary } from './boundary';
import { hookCalls } from './calls';
import { tellCauses } from './causes';
import { hearErrors } from './errors';
import type { Fault } from './fault';
import { watchFrames } from './frames';
import { createGlobals } from './globals';
import { createHandlers } from './handlers';
import { createHangMark, type Culprit } from './hang';
import { createHoldings } from './holdings';
import { keepIntrinsics } from './intrinsics';
import { hookListeners } from './listeners';
import type { Owner } from './owner';
import { createReports } from './reports';
import type { Resident } from './resident';
import { hookRules } from './rules';
import { createPurse, type Spending } from './spending';
import { hookThings } from './things';
import { hookTimers } from './timers';
import { hookWaiting } from './waiting';
import { hookTree, type Tree } from './tree';

/** Everything that keeps plugins from each other's throats and from the meeting's. */
export interface Containment {
  readonly attribution: Attribution;
  /** For code that cannot be traced to a plugin. */
  readonly nobody: Owner;
  readonly faults$: Observable<Fault>;
  spendingFor(plugin: Resident): Spending;
  boundaryFor(plugin: Resident, spending: Spending): Boundary;
  /** Called before a source runs; the returned function after it. */
  aroundScript(plugin: Resident): () => void;
  /** To be called with each new call before plugins see it. */
  guard(live: object | null): void;
  own(element: Element, owner: Owner): void;
  /** Takes the last of an unloaded plugin out of the page and tells what could not be. */
  clean(owner: Owner): readonly string[];
  report(fault: Fault): void;
  /** Whose element or script it was, where that is known. */
  ownerOf(target: EventTarget | null, script: string, site: string): Owner | null;
  /** Reports what a plugin was kept from. */
  reportKept(kept: KeptFrom): void;
  /** Reports what could not be reported before joining. */
  tellWhatWaits(): void;
  culprits(): Promise<readonly Culprit[]>;
  /** Whether the page ended without a word, and nobody can be named for it. */
  readonly stoodStill: boolean;
  blame(plugin: Resident, entry: string): void;
  stop(): void;
}

/** A site that a plugin was kept from, and by what. */
export interface KeptFrom {
  readonly plugin: string;
  readonly version: string;
  readonly directive: string;
  readonly blocked: string;
}

/** What no policy decides, and every browser refuses. */
export const mixedContent = 'mixed-content';

export interface ContainmentOptions {
  readonly page: Window & typeof globalThis;
  readonly memory: Storage;
  call(): CallSeen | null;
  /** Whether the server knows us: before that it would refuse every word. */
  inside(): boolean;
  /** A plugin asked for what its browser refuses without a word. */
  mixed(owner: Owner, site: string): void;
}

export function createContainment({ page, memory, call, inside, mixed }: ContainmentOptions): Containment {
  const attribution = createAttribution(page.document);
  const mark = createHangMark(memory, page.sessionStorage);
  const purse = createPurse();
  const reachable = () => (inside() ? call() : null);
  const reports = createReports<Fault>({
    call: reachable, path: 'plenum/plugin-faults',
    keyOf: ({ plugin, version, entry, message }) => `${plugin} ${version} ${entry} ${message}`,
    bodyOf: ({ plugin, version, entry, message, stack }) => ({ plugin, version, entry, message, stack }),
    aloud: ({ plugin, entry, message, stack }) => page.console.warn(`The plugin ${plugin} failed at ${entry}: ${message}\n${stack}`),
  });
  const kept = createReports<KeptFrom>({
    call: reachable, path: 'plenum/blocked-calls',
    keyOf: ({ plugin, directive, blocked }) => `${plugin} ${directive} ${blocked}`,
    bodyOf: (one) => one,
  });
  const globals = createGlobals(page);
  const handlers = createHandlers(attribution);
  const intrinsics = keepIntrinsics(page);
  const faults$ = new Subject<Fault>();
  const undo: (() => void)[] = [];
  const spendings = new Map<Owner, Spending>();
  let tree: Tree | null = null;

  /** Only pages with plugins pay for it. */
  const install = (): Tree => {
    if (tree) return tree;
    tree = hookTree(page, attribution, mark);
    undo.push(tree.undo, mark.watchPage(), hookTimers(page, attribution), hookListeners(page, attribution), hookThings(page, attribution), hookRules(page, attribution), hearErrors(page, attribution));
    undo.push(hookWaiting(page, mark, purse), tellCauses(page, attribution));
    undo.push(hookCalls(page, attribution, (owner, address) => mixed(owner, siteOf(address))));
    undo.push(watchFrames(page, attribution, (owner, milliseconds, at) => spendings.get(owner)?.add(milliseconds, at)));
    return tree;
  };
  const repair = (owner: Owner) => {
    const repaired = intrinsics.repair();
    if (repaired.length > 0) owner.fault('globals', new TypeError(`It changed what belongs to the language: ${repaired.slice(0, 5).join(', ')}`));
  };

  const containment: Containment = {
    attribution,
    faults$,
    nobody: {
      key: 'unknown',
      open: true,
      holdings: createHoldings(),
      enter: (entry, code) => {
        try {
          return code();
        } catch (reason) {
          containment.nobody.fault(entry, reason);
          return undefined;
        }
      },
      run: (_entry, code) => code(),
      fault: (entry, reason) => page.console.error(`A plugin that cannot be told failed at ${entry}`, reason),
      note: () => undefined,
    },
    spendingFor: (plugin) =>
      purse.open((milliseconds) => plugin.fail('budget', new RangeError(`It used ${Math.round(milliseconds)} ms of the page's time within 10 s`))),
    boundaryFor(plugin, spending) {
      let watched: ((owner: Owner) => void) | null = null;
      const telling = /^(load|unload|action |script)/;
      const boundary = createBoundary(plugin.key, {
        attribution, mark, spending,
        told: {
          fault: (entry, reason) => plugin.fail(entry, reason),
          note: (text) => plugin.note(text),
          causing(act) {
            const live = call();
            return live ? live.withCause(causeOf(plugin.key), act) : act();
          },
          entered: (entry) => {
            watched = telling.test(entry) ? globals.watch() : null;
          },
          left() {
            const thorough = watched !== null;
            watched?.(boundary);
            watched = null;
            if (thorough || !intrinsics.atGlance()) repair(boundary);
          },
        },
      });
      spendings.set(boundary, spending);
      return boundary;
    },
    aroundScript({ boundary }) {
      install();
      const changed = globals.watch();
      const leave = mark.enter(boundary.key, 'script');
      return () => {
        changed(boundary);
        repair(boundary);
        leave();
      };
    },
    guard: (live) => handlers.guard(live),
    own: (element, owner) => tree?.own(element, owner),
    clean(owner) {
      tree?.clear(owner);
      return globals.leftBy(owner);
    },
    report(fault) {
      faults$.next(fault);
      reports.add(fault);
    },
    ownerOf: (target, script, site) => attribution.ofUrl(script) ?? tree?.ownerOf(target) ?? tree?.ownerOfSite(site) ?? null,
    reportKept: (one) => kept.add(one),
    tellWhatWaits() {
      reports.tellWhatWaits();
      kept.tellWhatWaits();
    },
    culprits: () => mark.culprits(),
    get stoodStill() {
      return mark.stoodStill;
    },
    blame(plugin, entry) {
      plugin.fail(entry, new Error('The page stopped answering while this ran; it stays off until you enable it'));
      plugin.stopped = true;
    },
    stop() {
      for (const back of undo.splice(0).reverse()) back();
      tree = null;
    },
  };
  return containment;
}
