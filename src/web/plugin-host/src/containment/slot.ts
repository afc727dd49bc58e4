import type { Owner } from './owner';

export type Handler = (this: unknown, ...args: unknown[]) => unknown;

/** All that one plugin puts into one slot until its unload. */
interface Stay {
  over: boolean;
  forget(): void;
}

/** A handler that a plugin put on the call, above what was there. */
interface Layer {
  readonly owner: Owner;
  readonly handler: unknown;
  readonly stay: Stay;
  readonly below: Layer | null;
  /** What everybody else gets to see of it, and may keep. */
  readonly link: Handler;
}

/** The handler below all layers. */
interface Ground {
  handler: unknown;
  readonly link: Handler;
}

/** One `on…` of the call. What plugins put there lies in layers on the app's own handler, which is never lost. */
export interface Slot {
  /** The app's own, or of somebody who cannot be told. */
  own: unknown;
  /** What a reader gets: somebody else's handler by way of its link, one's own and what is no function as it is. */
  seen(reader: () => Owner | null): unknown;
  put(owner: Owner, value: unknown): void;
  /** As without containment: who comes last has it. */
  putAnonymously(value: unknown): void;
}

/** `changed` is told whenever another handler has the slot. */
export function createSlot(name: string, changed: () => void): Slot {
  /** One for each handler that runs just now: whether it has called what it took the place of. */
  const runs: { passed: boolean }[] = [];
  const passedOn = new WeakSet<object>();
  const layers = new WeakMap<object, Layer>();
  const stays = new Map<Owner, Stay>();
  let top: Layer | null = null;

  const running = <T>(run: { passed: boolean }, act: () => T): T => {
    const outer = runs.at(-1);
    if (outer) outer.passed = true;
    runs.push(run);
    try {
      return act();
    } finally {
      runs.pop();
    }
  };
  /** Reached by its link also when somebody unknown has put another on it, who may have kept the link. */
  const groundOf = (handler: unknown): Ground => {
    const ground: Ground = {
      handler,
      link(...args) {
        const [first] = args;
        if (typeof first === 'object' && first !== null) passedOn.add(first);
        return running({ passed: false }, () => (typeof ground.handler === 'function' ? (ground.handler as Handler).apply(this, args) : undefined));
      },
    };
    return ground;
  };
  let ground = groundOf(null);

  const layerOf = (owner: Owner, handler: unknown, stay: Stay): Layer => {
    let below = top;
    // Its own one that it replaces is kept only if it keeps it itself.
    while (below && (below.stay.over || below.owner === owner)) below = below.below;
    const link: Handler = function (...args) {
      const further = () => (below?.link ?? ground.link).apply(this, args);
      if (stay.over) return further();
      if (typeof handler !== 'function') return undefined;
      const run = { passed: false };
      const done: { returned?: unknown } = {};
      running(run, () => owner.enter(`handler ${name}`, () => (done.returned = (handler as Handler).apply(this, args))));
      if (!('returned' in done)) return run.passed ? undefined : further();
      const [first] = args;
      const reached = () => run.passed || (typeof first === 'object' && first !== null && passedOn.has(first));
      if (done.returned instanceof Promise) done.returned.then(undefined, () => void (reached() || further()));
      return done.returned;
    };
    const layer = { owner, handler, stay, below, link };
    layers.set(link, layer);
    return layer;
  };
  const highest = (owner: Owner) => {
    for (let layer = top; layer; layer = layer.below) if (layer.owner === owner && !layer.stay.over) return layer;
    return null;
  };
  const end = (owner: Owner) => {
    const stay = stays.get(owner);
    if (stay) stay.over = true;
    stays.delete(owner);
    while (top?.stay.over) top = top.below;
    changed();
  };
  const begin = (owner: Owner): Stay => {
    let last: unknown = null;
    const stay: Stay = { over: false, forget: () => undefined };
    stays.set(owner, stay);
    stay.forget = owner.holdings.hold({
      kind: 'handler',
      release() {
        last = highest(owner)?.handler ?? null;
        end(owner);
      },
      again() {
        const anew = { over: false, forget: stay.forget };
        stays.set(owner, anew);
        top = layerOf(owner, last, anew);
        changed();
      },
    });
    return stay;
  };

  const slot: Slot = {
    get own() {
      return ground.handler;
    },
    set own(value) {
      ground.handler = value;
    },
    seen(reader) {
      // Some look whether theirs is there still; who reads is only asked for where that matters.
      if (top) return typeof top.handler === 'function' && reader() !== top.owner ? top.link : top.handler;
      return typeof ground.handler === 'function' ? ground.link : ground.handler;
    },
    put(owner, value) {
      if (!owner.open || value === slot.seen(() => null) || (top?.owner === owner && value === top.handler)) return;
      const known = typeof value === 'function' ? layers.get(value) : undefined;
      const stay = stays.get(owner);
      const isBack = value === ground.link || (value === ground.handler && value !== null) || (known !== undefined && known.owner !== owner);
      if (!stay || !isBack) {
        top = known && known.owner === top?.owner ? known : layerOf(owner, value, stay ?? begin(owner));
        return changed();
      }
      // Putting back what was there takes back one's own.
      stay.forget();
      end(owner);
    },
    putAnonymously(value) {
      if (value !== ground.link) ground = groundOf(value);
      top = null;
      changed();
    },
  };
  return slot;
}
