import type { Attribution } from './attribution';
import type { Owner } from './owner';
import { replace } from './replacing';

type Made = Record<string, unknown>;
type Maker = new (...args: unknown[]) => Made;

/** What keeps going until it is told to stop, and how it is told. */
const ends: Readonly<Record<string, string>> = {
  MutationObserver: 'disconnect', ResizeObserver: 'disconnect', IntersectionObserver: 'disconnect', PerformanceObserver: 'disconnect',
  WebSocket: 'close', EventSource: 'close', BroadcastChannel: 'close', Worker: 'terminate', AudioContext: 'close',
};

/** Observers, connections and workers that a plugin makes end with it. */
export function hookThings(page: Window & typeof globalThis, attribution: Attribution): () => void {
  const undo = Object.entries(ends).map(([name, end]) => {
    if (typeof Reflect.get(page, name) !== 'function') return () => undefined;
    return replace(page, name, (native) => {
      // The trap itself: a function that it called would have it for a caller, and that one is the app's.
      const construct = (target: Maker, args: unknown[], newTarget: unknown): Made => {
        const owner = attribution.ofCaller(construct as () => unknown);
        const [first, ...rest] = args;
        const observes = owner && end === 'disconnect' && typeof first === 'function';
        const callback = observes ? (...told: unknown[]) => owner.enter(name, () => (first as (...told: unknown[]) => unknown)(...told)) : first;
        const thing = Reflect.construct(target, args.length > 0 ? [callback, ...rest] : [], newTarget as Maker) as Made;
        if (owner) hold(owner, name, thing, end);
        return thing;
      };
      return new Proxy(native as unknown as Maker, { construct });
    });
  });
  return () => undo.forEach((back) => back());
}

function hold(owner: Owner, kind: string, made: Made, end: string): void {
  const stop = made[end];
  // An ended one cannot complain: what cannot be closed any more is closed.
  if (typeof stop === 'function') owner.holdings.hold({ kind, release: () => void Promise.resolve(stop.call(made)).catch(() => undefined) });
}
