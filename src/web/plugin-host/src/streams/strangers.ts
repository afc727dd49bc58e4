import { Observable } from 'rxjs';

type Found = { [key: PropertyKey]: unknown };

const prototypes: object[] = [];
const symbols = new Set<PropertyKey>(['@@observable']);

/**
 * Streams of one RxJS know those of another by `Symbol.observable`, which each makes up that finds none. Ours was loaded before
 * any plugin and found none, so it has to answer to whatever a plugin's makes up later.
 */
export function knownToStrangers(prototype: object): void {
  prototypes.push(prototype);
  for (const symbol of symbols) answer(prototype, symbol);
}

function answer(prototype: object, symbol: PropertyKey): void {
  Object.defineProperty(prototype, symbol, { value(this: unknown) { return this; }, writable: true, configurable: true });
}

function watchSymbol(): void {
  let current = (Symbol as unknown as Found)['observable'];
  const learn = (symbol: unknown) => {
    if (typeof symbol !== 'symbol' && typeof symbol !== 'string') return;
    symbols.add(symbol);
    for (const prototype of prototypes) answer(prototype, symbol);
  };
  learn(current);
  Object.defineProperty(Symbol, 'observable', {
    get: () => current,
    set(symbol: unknown) {
      learn((current = symbol));
    },
    configurable: true,
  });
}
watchSymbol();

/** A stream of another RxJS as one of ours; anything else as it is. */
export function fromStranger(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Observable || '@@observable' in value || 'then' in value) return value;
  const stranger = value as { subscribe?: (watcher: object) => { unsubscribe(): void } };
  return typeof stranger.subscribe === 'function' ? new Observable((subscriber) => stranger.subscribe?.({
    next: (next: unknown) => subscriber.next(next),
    error: (reason: unknown) => subscriber.error(reason),
    complete: () => subscriber.complete(),
  })) : value;
}

/** Functions given to operators may return such a stream. */
export function adapted(given: unknown): unknown {
  if (typeof given !== 'function') return fromStranger(given);
  return function (this: unknown, ...args: unknown[]): unknown {
    return fromStranger(Reflect.apply(given, this, args));
  };
}
