import { natives } from '../containment/natives';

/** How fast one plugin may ask: a burst at once (everybody in a large conference can be muted), then a steady pace, then nothing. */
export interface Allowance {
  /** True at once when it is this request's turn, else later; false when there are too many. */
  turn(): boolean | Promise<boolean>;
}

export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
  readonly waiting: number;
}

export const usualPace: Pace = { burst: 100, perSecond: 25, waiting: 400 };

export function createAllowance(refused: () => void, { burst, perSecond, waiting }: Pace = usualPace): Allowance {
  let left = burst;
  let at = natives.now();
  const queue: (() => void)[] = [];
  const refill = () => {
    const now = natives.now();
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
    at = now;
  };
  const serve = () => {
    refill();
    while (left >= 1 && queue.length > 0) {
      left--;
      queue.shift()?.();
    }
    if (queue.length > 0) natives.setTimeout(serve, 1000 / perSecond);
  };
  return {
    turn() {
      refill();
      if (queue.length === 0 && left >= 1) {
        left--;
        return true;
      }
      if (queue.length >= waiting) {
        refused();
        return false;
      }
      return new Promise((resolve) => {
        queue.push(() => resolve(true));
        if (queue.length === 1) natives.setTimeout(serve, 1000 / perSecond);
      });
    },
  };
}
