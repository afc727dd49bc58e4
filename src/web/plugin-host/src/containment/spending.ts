/** What a plugin costs: main-thread time and requests. Times in milliseconds. */
export interface Spending {
  /** Begins a stretch of its code; the returned function ends it. Time inside another plugin's stretch is that one's. */
  start(at: number): (at: number) => void;
  /** Time that was seen from outside, such as a promise's continuation in a long frame. */
  add(milliseconds: number, at: number): void;
  requested(): void;
  figures(): Spent;
}

export interface Spent {
  readonly milliseconds: number;
  readonly longest: number;
  readonly requests: number;
}

/** Nested stretches pause the ones around them, across plugins. */
export interface Purse {
  open(overdrawn: (milliseconds: number) => void): Spending;
}

const window = 10_000;

export function createPurse(most = 2_000): Purse {
  const nested: number[] = [];
  return {
    open(overdrawn) {
      let milliseconds = 0;
      let longest = 0;
      let requests = 0;
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
        requested: () => void requests++,
        figures: () => ({ milliseconds, longest, requests }),
      };
    },
  };
}
