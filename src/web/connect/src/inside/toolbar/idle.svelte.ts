const patience = 4000;

/**
 * Whether the pointer has rested for a while. Never for those who use the keyboard or touch: whoever cannot hover has no way
 * of calling something back, so it must not go away.
 */
export class Idle {
  resting = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Watches until the signal ends. */
  watch(signal: AbortSignal): void {
    const awake = (patient: boolean) => {
      clearTimeout(this.#timer);
      this.resting = false;
      if (patient) this.#timer = setTimeout(() => { this.resting = true; }, patience);
    };
    addEventListener('pointermove', (event) => awake(event.pointerType === 'mouse'), { signal, passive: true });
    addEventListener('pointerdown', (event) => awake(event.pointerType === 'mouse'), { signal, passive: true });
    addEventListener('keydown', () => awake(false), { signal });
    addEventListener('focusin', () => awake(false), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }
}
