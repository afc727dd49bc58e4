import type { Attribution } from './attribution';
import { createSlot, type Slot } from './slot';

/**
 * Handlers that plugins put on the live call are entered in their name and go with them. One that throws is left out: what it took
 * the place of runs instead. Plugins keep what was there and call it, and that leads further down also when the next one is gone.
 */
export interface Handlers {
  /** Puts the slots on a call; the call before it gets its own handlers back. */
  guard(call: object | null): void;
}

export function createHandlers(attribution: Attribution): Handlers {
  const slots = new Map<string, Slot>();
  /** The app may want to know of handlers that take the place of its own: it has put setters there. */
  const tell = new Map<string, (handler: unknown) => void>();
  let guarded: object | null = null;

  const slotOf = (name: string): Slot => {
    const slot = slots.get(name) ?? createSlot(name, () => tell.get(name)?.(slot.seen(() => null)));
    slots.set(name, slot);
    return slot;
  };

  return {
    guard(call) {
      if (call === guarded) return;
      if (guarded) for (const [name, { own }] of slots) Object.defineProperty(guarded, name, { value: own, writable: true, enumerable: true, configurable: true });
      guarded = call;
      if (!call) return;
      for (const name of Object.keys(call).filter((key) => /^on[A-Z]/.test(key))) {
        const slot = slotOf(name);
        const before = Object.getOwnPropertyDescriptor(call, name);
        slot.own = Reflect.get(call, name);
        tell.set(name, (handler) => before?.set?.call(call, handler));
        const set = (value: unknown) => {
          const owner = attribution.ofCaller(set);
          if (owner) slot.put(owner, value);
          else slot.putAnonymously(value);
        };
        const get = () => slot.seen(() => attribution.ofCaller(get));
        Object.defineProperty(call, name, { get, set, enumerable: true, configurable: true });
      }
    },
  };
}
