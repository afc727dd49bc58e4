// @vitest-environment jsdom
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { PluginState, PluginStream } from '../src/streams/plugin-stream';

/** The methods as a plugin in plain JavaScript calls them. */
interface Chain extends Record<'connect' | 'filter' | 'map' | 'merge' | 'multicast' | 'partition' | 'publish' | 'publishBehavior' | 'publishReplay' | 'refCount' | 'combineLatest' | 'switchMap' | 'subscribe' | 'unsubscribe' | '@@observable', (...args: readonly unknown[]) => Chain> {}
const heard = (stream: Chain) => {
  const seen: unknown[] = [];
  stream.subscribe((value: unknown) => seen.push(value));
  return seen;
};
const source$ = new Subject<number>();
const stream = PluginStream.of(source$, () => null, 'test') as unknown as Chain;
const say = (...values: number[]) => values.forEach((value) => source$.next(value));

/** A stream as another RxJS makes it: not one of ours, and known by its symbol alone. */
function stranger(symbol: PropertyKey, ...values: unknown[]) {
  return {
    subscribe(watcher: { next(value: unknown): void; complete(): void }) {
      values.forEach((value) => watcher.next(value));
      watcher.complete();
      return { unsubscribe: () => undefined };
    },
    [symbol]() { return this; },
  };
}

describe('A stream as RxJS 5 had it', () => {
  it('is shared by publish from connect until that is ended', () => {
    const shared = stream.publish();
    const seen = heard(shared.map((value: number) => value * 10));
    say(1);
    const connection = shared.connect();
    say(2);
    connection.unsubscribe();
    say(3);
    expect(seen).toEqual([20]);
  });

  it('is shared by refCount while somebody listens', () => {
    const shared = stream.publishReplay(1).refCount();
    expect(source$.observed).toBe(false);
    const first: unknown[] = [];
    const one = shared.subscribe((value: unknown) => first.push(value));
    say(1);
    const late: unknown[] = [];
    const two = shared.filter(Boolean).subscribe((value: unknown) => late.push(value));
    say(2);
    one.unsubscribe();
    expect(source$.observed).toBe(true);
    two.unsubscribe();
    expect([first, late, source$.observed]).toEqual([[1, 2], [1, 2], false]);
  });

  it('begins with a value by publishBehavior, and is multicast through a subject of the plugin', () => {
    expect(heard(stream.publishBehavior(7))).toEqual([7]);
    const subject = new Subject<unknown>();
    const seen = heard(subject as unknown as Chain);
    const connection = stream.multicast(subject).connect();
    say(4);
    connection.unsubscribe();
    expect(seen).toEqual([4]);
  });

  it('is split by partition', () => {
    const [even, odd] = stream.partition((value: number) => value % 2 === 0) as unknown as [Chain, Chain];
    const [evens, odds] = [heard(even), heard(odd)];
    say(1, 2, 3);
    expect([evens, odds]).toEqual([[2], [1, 3]]);
  });

  it.each(['repeatWhen', 'dematerialize', 'windowToggle', 'windowWhen', 'zipAll', 'combineAll', 'endWith', 'timeoutWith', 'onErrorResumeNext'])('has %s', (name) => expect(Reflect.get(stream, name)).toBeInstanceOf(Function));

  it('is combined by a function that comes last', () => {
    const other = new PluginState(5) as unknown as Chain;
    const seen = heard(stream.combineLatest(other, (a: number, b: number) => a + b));
    say(1);
    expect(seen).toEqual([6]);
  });
});

describe('A stream before the RxJS of a plugin', () => {
  it('answers to the symbol that was there, and to any that comes later', () => {
    for (const target of [stream, new PluginState(1) as unknown as Chain]) expect(target['@@observable']()).toBe(target);
    const symbol = Symbol('observable');
    (Symbol as unknown as { observable: symbol }).observable = symbol;
    expect((Symbol as unknown as { observable: symbol }).observable).toBe(symbol);
    for (const target of [stream, stream.map(String), new PluginState(1)] as unknown as Record<symbol, () => unknown>[]) expect(target[symbol]!()).toBe(target);
  });

  it('takes streams of that RxJS', () => {
    const symbol = Symbol('observable');
    const seen = heard(stream.switchMap((value: number) => stranger(symbol, value, value * 2)).merge(stranger(symbol, 'other')));
    say(2);
    expect(seen).toEqual(['other', 2, 4]);
  });
});
