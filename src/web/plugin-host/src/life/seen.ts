import type { PluginProblem } from '../branding/problem';
import type { Fault } from '../containment/fault';

export type PluginCondition = 'waiting' | 'loading' | 'loaded' | 'disabled' | 'failed' | 'not-for-role' | 'not-for-platform';

/** A page's security policy keeps plugins from sites; every browser keeps pages that came by `https:` from plain `http:`. */
export type KeptBy = 'policy' | 'mixed';

/** A plugin as Settings > Plugins shows it. */
export interface PluginSeen {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly state: PluginCondition;
  /** Why it failed or was stopped, in words. */
  readonly why: string | null;
  /** A plugin that failed once may go on running; one that keeps failing is stopped. */
  readonly running: boolean;
  readonly enabled: boolean;
  readonly allowUnload: boolean;
  readonly problems: readonly PluginProblem[];
  readonly faults: number;
  readonly lastFault: Fault | null;
  /** What it asked of the server and of the app, and how often. */
  readonly calls: Readonly<Record<string, number>>;
  /** Main-thread time in milliseconds, in all and at the longest stretch. */
  readonly milliseconds: number;
  readonly longest: number;
  /** Of the last seconds, and the budget for them: what it uses beyond that is a fault. */
  readonly recently: number;
  readonly budget: { readonly milliseconds: number; readonly seconds: number; readonly requestsPerSecond: number };
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Timers, listeners, subscriptions and the like that it has now. */
  readonly holds: Readonly<Record<string, number>>;
  /** Names in `window` that the language does not let go of after unload. */
  readonly leftOver: readonly string[];
  /** Sites that it was kept from since the page was opened. */
  readonly keptFrom: readonly { readonly site: string; readonly by: KeptBy }[];
}
