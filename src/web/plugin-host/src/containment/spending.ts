import { usualPace } from '../face/allowance';

/** What a plugin costs: main-thread time and requests. Times in milliseconds. */
export interface Spending {
  /** Begins a stretch of its code; the returned function ends it. Time inside another plugin's stretch is that one's. */
  start(at: number): (at: number) => void;
  /** Time that was seen from outside, such as a promise's continuation in a long frame. */
  add(milliseconds: number, at: number): void;
  requested(at: number): void;
  figures(at: number): Spent;
}

export interface Spent {
  readonly milliseconds: number;
  readonly longest: number;
  /** Within the present window. */
  readonly recently: number;
  readonly requests: number;
  /** Within the last second. */
  readonly requestsPerSecond: number;
  readonly budget: { readonly milliseconds: number; readonly seconds: number; readonly requestsPerSecond: number };
}

/** Nested stretches pause the ones around them, across plugins. */
export interface Purse {
  open(overdrawn: (milliseconds: number) => void): Spending;
  /** Time within the present stretch that was nobody's: the user's, in `confirm`. */
  forget(milliseconds: number): void;
}

const window = 10_000;

/** A plugin that floods is refused long before. */
const mostCounted = 500;

export function createPurse(most = 2_000, requestsPerSecond = usualPace.perSecond): Purse {
  const nested: number[] = [];
  return {
    forget(milliseconds) {
      if (nested.length > 0) nested[nested.length - 1] = (nested.at(-1) ?? 0) + milliseconds;
    },
    open(overdrawn) {
      let milliseconds = 0;
      let longest = 0;
      let requests = 0;
      let lately: number[] = [];
      let since = 0;
      let recently = 0;
      let complained = false;
      const spend = (took: number, at: number) => {
        milliseconds += took;
        longest = Math.max(longest, took);
        if (at - since > window) {
          since = at;
          recently = 0;
          complained = false;
        }
        recently += took;
        if (recently <= most || complained) return;
        complained = true;
        overdrawn(recently);
      };
      return {
        start(began) {
          nested.push(0);
          return (ended) => {
            const inner = nested.pop() ?? 0;
            const whole = ended - began;
            if (nested.length > 0) nested[nested.length - 1] = (nested.at(-1) ?? 0) + whole;
            spend(Math.max(0, whole - inner), ended);
          };
        },
        add: spend,
        requested(at) {
          requests++;
          if (lately.length >= mostCounted) lately = lately.slice(mostCounted / 2);
          lately.push(at);
        },
        figures: (at) => ({
          milliseconds, longest, requests, budget: { milliseconds: most, seconds: window / 1000, requestsPerSecond },
          recently: at - since > window ? 0 : recently,
          requestsPerSecond: lately.filter((other) => at - other < 1000).length,
        }),
      };
    },
  };
}
