import type { Component } from 'svelte';

/** Runs something when the browser has nothing better to do. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 500);
}

/** A part that the first picture does without: fetched when somebody wants it. What could not be fetched is fetched anew the next time. */
export class Later<C extends Component<never>> {
  part: C | null = $state.raw(null);
  #coming: Promise<void> | null = null;

  constructor(private readonly load: () => Promise<{ readonly default: C }>) {}

  /** Settles when the part is there, or cannot be had now. */
  want(): Promise<void> {
    this.#coming ??= this.load().then(
      ({ default: part }) => { this.part = part; },
      () => { this.#coming = null; },
    );
    return this.#coming;
  }
}
