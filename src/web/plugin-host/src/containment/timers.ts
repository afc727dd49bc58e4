import type { Attribution } from './attribution';
import { replace } from './replacing';

type Timing = (act: (...args: unknown[]) => void, ...rest: unknown[]) => unknown;

/** Timers that a plugin sets are entered in its name and end with it. Everybody else's are passed on untouched. */
export function hookTimers(page: Window & typeof globalThis, attribution: Attribution): () => void {
  const forgetting = new Map<unknown, () => void>();

  const hook = (name: string, cancel: string, repeats: boolean) =>
    replace(page, name, (native) => {
      const set = native as unknown as Timing;
      const unset = Reflect.get(page, cancel) as (id: unknown) => void;
      return function timer(this: unknown, act: unknown, ...rest: unknown[]): unknown {
        const owner = typeof act === 'function' ? attribution.ofCaller(timer) : null;
        if (!owner) return set.call(page, act as () => void, ...rest);
        if (!owner.open) return 0;
        let id: unknown;
        const start = () => {
          id = set.call(
            page,
            (...args: unknown[]) => {
              if (!repeats) done();
              owner.enter(name, () => (act as (...args: unknown[]) => unknown).apply(page, args));
            },
            ...rest,
          );
          return id;
        };
        const first = start();
        const stop = () => unset.call(page, id);
        const remember = () => forgetting.set(first, () => (stop(), done()));
        const forget = owner.holdings.hold({
          kind: 'timer',
          // What is remembered here would keep everything alive that the plugin's function reaches.
          release: () => (forgetting.delete(first), stop()),
          again: () => (start(), remember()),
        });
        const done = () => {
          forgetting.delete(first);
          forget();
        };
        remember();
        return first;
      };
    });

  /** An interval that came back after a reload of its plugin is another one behind the same number. */
  const hookCancel = (name: string) =>
    replace(page, name, (native) => function cancel(this: unknown, id: unknown): void {
      forgetting.get(id)?.();
      (native as unknown as (id: unknown) => void).call(page, id);
    });

  const undo = [
    hook('setTimeout', 'clearTimeout', false),
    hook('setInterval', 'clearInterval', true),
    hook('requestAnimationFrame', 'cancelAnimationFrame', false),
    hook('requestIdleCallback', 'cancelIdleCallback', false),
    ...['clearTimeout', 'clearInterval', 'cancelAnimationFrame', 'cancelIdleCallback'].map(hookCancel),
    replace(page, 'queueMicrotask', (native) => function microtask(act: () => void): void {
      const owner = typeof act === 'function' ? attribution.ofCaller(microtask) : null;
      (native as unknown as (act: () => void) => void).call(page, owner ? () => void owner.enter('microtask', act) : act);
    }),
  ];
  return () => undo.reverse().forEach((back) => back());
}
