import { BehaviorSubject, Observable, Subscriber, Subscription, type Operator } from 'rxjs';
import type { Owner } from '../containment/owner';
import { withMethods } from './operators';

/** Whose code is being run, where a stream is shared by all plugins. */
export type WhoAsks = () => Owner | null;

/**
 * An observable as plugins see it: RxJS 5's methods besides `pipe`, a subscriber that throws harms nobody,
 * and whatever a plugin subscribed to ends with its unload.
 */
export class PluginStream<T> extends Observable<T> {
  readonly #who: WhoAsks;

  constructor(who: WhoAsks, subscribe?: (subscriber: Subscriber<T>) => Subscription | void) {
    super(subscribe);
    this.#who = who;
  }

  /** Each value is handed out inside the line around the plugin that subscribed, operators included. */
  static of<T>(source: Observable<T>, who: WhoAsks, entry: string): PluginStream<T> {
    return new PluginStream<T>(who, (subscriber) => {
      const owner = who();
      const hand = (act: () => void) => void (owner ? owner.enter(entry, act) : act());
      return source.subscribe({
        next: (value) => hand(() => subscriber.next(value)),
        error: (reason) => hand(() => subscriber.error(reason)),
        complete: () => hand(() => subscriber.complete()),
      });
    });
  }

  override lift<R>(operator?: Operator<T, R>): PluginStream<R> {
    const lifted = new PluginStream<R>(this.#who);
    lifted.source = this;
    if (operator) lifted.operator = operator;
    return lifted;
  }

  override subscribe(...args: unknown[]): Subscription {
    const [first] = args;
    // RxJS itself, further down its own chain.
    if (first instanceof Subscriber) return super.subscribe(first as Subscriber<T>);
    const owner = this.#who();
    const plain = watcherOf(args);
    if (!owner) return super.subscribe(plain);
    const watch = guarded<T>(owner, plain);
    // The plugin keeps one handle, whatever becomes of the subscription behind it while the plugin is unloaded.
    const handle = new Subscription();
    let inner = Subscription.EMPTY;
    const begin = () => {
      inner = super.subscribe(watch(() => handle.unsubscribe()));
    };
    const forget = owner.holdings.hold({ kind: 'subscription', release: () => inner.unsubscribe(), again: () => handle.closed || begin() });
    handle.add(() => {
      forget();
      inner.unsubscribe();
    });
    owner.enter('subscribe', begin);
    return handle;
  }
}

withMethods(PluginStream.prototype as Observable<unknown>);

/** What `createNewState` makes. The host listens to it too, so it must not be a stream that any one plugin owns. */
export class PluginState<T> extends BehaviorSubject<T> {
  override lift<R>(operator?: Operator<T, R>): Observable<R> {
    const lifted = new PluginStream<R>(() => null);
    lifted.source = this;
    if (operator) lifted.operator = operator;
    return lifted;
  }
}

withMethods(PluginState.prototype as unknown as Observable<unknown>);

interface Watch<T> {
  next(value: T): void;
  error(reason: unknown): void;
  complete(): void;
}

interface Plain {
  next(value: unknown): void;
  error?(reason: unknown): void;
  complete(): void;
}

/** `subscribe()` takes nothing, up to three functions, or an object with some of them. */
function watcherOf(args: readonly unknown[]): Plain {
  const [first, second, third] = args;
  const call = (target: unknown, self?: unknown) => (typeof target === 'function' ? (value?: unknown) => void target.call(self, value) : undefined);
  const object = typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : null;
  const error = object ? call(object['error'], object) : call(second);
  return {
    next: (object ? call(object['next'], object) : call(first)) ?? (() => undefined),
    ...(error && { error }),
    complete: (object ? call(object['complete'], object) : call(third)) ?? (() => undefined),
  };
}

function guarded<T>(owner: Owner, plain: Plain): (over: () => void) => Watch<T> {
  // Entered anew, since an operator may have let time pass since the host handed the value out.
  const safely = (act: () => void) => void owner.enter('subscription', act);
  return (over) => ({
    next: (value) => safely(() => plain.next(value)),
    error(reason) {
      if (plain.error) safely(() => plain.error?.(reason));
      else owner.fault('subscription', reason);
      over();
    },
    complete() {
      safely(() => plain.complete());
      over();
    },
  });
}
