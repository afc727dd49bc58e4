import type { HangMark } from './hang';
import { natives } from './natives';
import { replace } from './replacing';
import type { Purse } from './spending';

/** The browser's own dialogs hold the page up while the user reads: nobody hangs meanwhile, and nobody spends its time. */
export function hookWaiting(page: Window & typeof globalThis, mark: HangMark, purse: Purse): () => void {
  const undo = ['alert', 'confirm', 'prompt'].map((name) =>
    replace(page, name, (native) => {
      const call = native as unknown as (...args: unknown[]) => unknown;
      return function ask(...args: unknown[]): unknown {
        const goOn = mark.pause();
        const began = natives.now();
        try {
          return call.apply(page, args);
        } finally {
          purse.forget(natives.now() - began);
          goOn();
        }
      };
    }),
  );
  return () => undo.forEach((back) => back());
}
