import type { Attribution } from './attribution';
import type { HangMark } from './hang';
import { createHoldings } from './holdings';
import { natives } from './natives';
import type { Owner } from './owner';
import type { Spending } from './spending';

export interface BoundaryTold {
  fault(entry: string, reason: unknown): void;
  note(text: string): void;
  /** Puts what is asked of the server meanwhile down to the plugin. */
  causing<T>(act: () => T): T;
  /** Around a piece of its code, the outermost. */
  entered(entry: string): void;
  left(): void;
}

const { then } = Promise.prototype;

/** The line around one plugin's code. */
export interface Boundary extends Owner {
  open: boolean;
}

export function createBoundary(key: string, around: { attribution: Attribution; mark: HangMark; spending: Spending; told: BoundaryTold }): Boundary {
  const { attribution, mark, spending, told } = around;
  const watch = (promise: Promise<unknown>, entry: string) => void then.call(promise, undefined, (reason: unknown) => told.fault(entry, reason));
  let depth = 0;
  const boundary: Boundary = {
    key,
    holdings: createHoldings(),
    open: false,
    run(entry, code) {
      const leave = mark.enter(key, entry);
      const stop = spending.start(natives.now());
      if (depth++ === 0) told.entered(entry);
      try {
        return attribution.running(boundary, () => told.causing(code));
      } finally {
        stop(natives.now());
        if (--depth === 0) told.left();
        leave();
      }
    },
    enter(entry, code) {
      if (!boundary.open) return undefined;
      try {
        const result = boundary.run(entry, code);
        if (result instanceof Promise) watch(result, entry);
        return result;
      } catch (reason) {
        told.fault(entry, reason);
        return undefined;
      }
    },
    fault: (entry, reason) => told.fault(entry, reason),
    note: (text) => told.note(text),
  };
  return boundary;
}
