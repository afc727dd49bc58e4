/** Opens when faults come too often: a plugin that cannot stop failing is stopped. */
export interface Breaker {
  readonly faults: number;
  /** True when this fault was one too many. */
  strike(at: number): boolean;
  reset(): void;
}

export function createBreaker(most = 10, within = 60_000): Breaker {
  let faults = 0;
  let recent: number[] = [];
  return {
    get faults() {
      return faults;
    },
    strike(at) {
      faults++;
      recent = [...recent.filter((other) => at - other < within), at];
      return recent.length >= most;
    },
    reset() {
      recent = [];
    },
  };
}
