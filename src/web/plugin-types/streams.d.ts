/** Ends what was subscribed to. Forgetting to do so is forgiven when the plugin is unloaded. */
export interface Subscription {
  unsubscribe(): void;
  readonly closed: boolean;
}

/** Told of each value; the other two are rarely needed. */
export interface Watcher<T> {
  next?: (value: T) => void;
  error?: (reason: unknown) => void;
  complete?: () => void;
}

/**
 * An RxJS 7 observable that also has the operators as methods, as RxJS 5 had: `stream.filter(…).map(…).subscribe(…)`.
 * `pipe` takes the operators of any RxJS 6 or 7 that a plugin brings along.
 */
export interface Stream<T> {
  subscribe(next?: ((value: T) => void) | Watcher<T> | null, error?: ((reason: unknown) => void) | null, complete?: (() => void) | null): Subscription;
  pipe(...operators: readonly unknown[]): Stream<unknown>;
  ofType<U extends T = T>(...types: readonly string[]): Stream<U>;
  toPromise(): Promise<T | undefined>;

  filter(test: (value: T, index: number) => unknown): Stream<T>;
  map<R>(project: (value: T, index: number) => R): Stream<R>;
  mapTo<R>(value: R): Stream<R>;
  pluck(...path: readonly string[]): Stream<unknown>;
  scan<R>(fold: (state: R, value: T) => R, seed: R): Stream<R>;
  reduce<R>(fold: (state: R, value: T) => R, seed: R): Stream<R>;
  do(watcher: ((value: T) => void) | Watcher<T>): Stream<T>;
  tap(watcher: ((value: T) => void) | Watcher<T>): Stream<T>;
  take(count: number): Stream<T>;
  takeWhile(test: (value: T) => unknown): Stream<T>;
  takeUntil(notifier: Source): Stream<T>;
  skip(count: number): Stream<T>;
  skipWhile(test: (value: T) => unknown): Stream<T>;
  first(test?: (value: T) => unknown): Stream<T>;
  last(test?: (value: T) => unknown): Stream<T>;
  distinct(key?: (value: T) => unknown): Stream<T>;
  distinctUntilChanged(same?: (a: T, b: T) => boolean): Stream<T>;
  debounceTime(milliseconds: number): Stream<T>;
  throttleTime(milliseconds: number): Stream<T>;
  auditTime(milliseconds: number): Stream<T>;
  sampleTime(milliseconds: number): Stream<T>;
  bufferTime(milliseconds: number): Stream<T[]>;
  bufferCount(count: number): Stream<T[]>;
  delay(milliseconds: number): Stream<T>;
  pairwise(): Stream<[T, T]>;
  startWith(...values: readonly T[]): Stream<T>;
  merge(...others: readonly Stream<T>[]): Stream<T>;
  concat(...others: readonly Stream<T>[]): Stream<T>;
  combineLatest(...others: readonly unknown[]): Stream<unknown[]>;
  withLatestFrom(...others: readonly unknown[]): Stream<unknown[]>;
  switchMap<R>(project: (value: T, index: number) => Source<R>): Stream<R>;
  mergeMap<R>(project: (value: T, index: number) => Source<R>): Stream<R>;
  flatMap<R>(project: (value: T, index: number) => Source<R>): Stream<R>;
  concatMap<R>(project: (value: T, index: number) => Source<R>): Stream<R>;
  exhaustMap<R>(project: (value: T, index: number) => Source<R>): Stream<R>;
  catch(recover: (reason: unknown) => Stream<T>): Stream<T>;
  catchError(recover: (reason: unknown) => Stream<T>): Stream<T>;
  finally(done: () => void): Stream<T>;
  finalize(done: () => void): Stream<T>;
  share(): Stream<T>;
  shareReplay(count?: number, milliseconds?: number): Stream<T>;

  let<R>(change: (source: Stream<T>) => R): R;
  audit(until: (value: T) => Source): Stream<T>;
  debounce(until: (value: T) => Source): Stream<T>;
  throttle(until: (value: T) => Source): Stream<T>;
  delayWhen(until: (value: T) => Source): Stream<T>;
  sample(notifier: Source): Stream<T>;
  skipUntil(notifier: Source): Stream<T>;
  skipLast(count: number): Stream<T>;
  takeLast(count: number): Stream<T>;
  buffer(notifier: Source): Stream<T[]>;
  bufferToggle<O>(openings: Source<O>, closing: (opened: O) => Source): Stream<T[]>;
  bufferWhen(closing: () => Source): Stream<T[]>;
  window(notifier: Source): Stream<Stream<T>>;
  windowCount(count: number, every?: number): Stream<Stream<T>>;
  windowTime(milliseconds: number): Stream<Stream<T>>;
  windowToggle<O>(openings: Source<O>, closing: (opened: O) => Source): Stream<Stream<T>>;
  windowWhen(closing: () => Source): Stream<Stream<T>>;
  groupBy<K>(key: (value: T) => K): Stream<Stream<T> & { readonly key: K }>;
  count(test?: (value: T, index: number) => boolean): Stream<number>;
  max(compare?: (a: T, b: T) => number): Stream<T>;
  min(compare?: (a: T, b: T) => number): Stream<T>;
  every(test: (value: T, index: number) => boolean): Stream<boolean>;
  find(test: (value: T, index: number) => boolean): Stream<T | undefined>;
  findIndex(test: (value: T, index: number) => boolean): Stream<number>;
  elementAt(index: number, otherwise?: T): Stream<T>;
  single(test?: (value: T, index: number) => boolean): Stream<T>;
  isEmpty(): Stream<boolean>;
  defaultIfEmpty<R = T>(value: R): Stream<T | R>;
  ignoreElements(): Stream<never>;
  toArray(): Stream<T[]>;
  distinctUntilKeyChanged<K extends keyof T>(key: K, same?: (a: T[K], b: T[K]) => boolean): Stream<T>;
  sequenceEqual(other: Source<T>, same?: (a: T, b: T) => boolean): Stream<boolean>;
  materialize(): Stream<Told<T>>;
  dematerialize(): Stream<unknown>;
  timeInterval(): Stream<{ readonly value: T; readonly interval: number }>;
  timestamp(): Stream<{ readonly value: T; readonly timestamp: number }>;
  timeout(milliseconds: number): Stream<T>;
  timeoutWith<R>(milliseconds: number, other: Source<R>): Stream<T | R>;
  repeat(count?: number): Stream<T>;
  repeatWhen(notifier: (completions: Stream<void>) => Source): Stream<T>;
  retry(count?: number): Stream<T>;
  retryWhen(notifier: (errors: Stream<unknown>) => Source): Stream<T>;
  onErrorResumeNext(...others: readonly Source[]): Stream<unknown>;
  endWith(...values: readonly T[]): Stream<T>;
  expand<R>(project: (value: T | R) => Source<R>): Stream<T | R>;
  mergeScan<R>(fold: (state: R, value: T) => Source<R>, seed: R): Stream<R>;
  mergeMapTo<R>(inner: Source<R>): Stream<R>;
  concatMapTo<R>(inner: Source<R>): Stream<R>;
  switchMapTo<R>(inner: Source<R>): Stream<R>;
  mergeAll(concurrent?: number): Stream<Inner<T>>;
  concatAll(): Stream<Inner<T>>;
  switch(): Stream<Inner<T>>;
  exhaust(): Stream<Inner<T>>;
  zip(...others: readonly unknown[]): Stream<unknown[]>;
  zipAll(): Stream<Inner<T>[]>;
  combineAll(): Stream<Inner<T>[]>;
  combineLatestWith(...others: readonly Source[]): Stream<unknown[]>;
  race(...others: readonly Source<T>[]): Stream<T>;
  observeOn(scheduler: unknown, delay?: number): Stream<T>;
  subscribeOn(scheduler: unknown, delay?: number): Stream<T>;
  partition(test: (value: T, index: number) => boolean): [Stream<T>, Stream<T>];

  multicast(subject: unknown): Connectable<T>;
  publish(): Connectable<T>;
  publish<R>(select: (shared: Stream<T>) => Stream<R>): Stream<R>;
  publishBehavior(first: T): Connectable<T>;
  publishReplay(count?: number, milliseconds?: number): Connectable<T>;
  publishLast(): Connectable<T>;
}

/** What operators take for another stream: one of these, one of the plugin's own RxJS, a promise or a list. */
export type Source<T = unknown> = Stream<T> | PromiseLike<T> | ArrayLike<T> | Iterable<T> | { subscribe(watcher: Watcher<T>): unknown };

type Inner<T> = T extends Source<infer R> ? R : never;

/** A value, an end or an error as a value. */
export type Told<T> = { readonly kind: 'N'; readonly value: T } | { readonly kind: 'E'; readonly error: unknown } | { readonly kind: 'C' };

/** One subscription for all who listen, from `connect` on, or while there are any. */
export interface Connectable<T> extends Stream<T> {
  connect(): Subscription;
  refCount(): Stream<T>;
}

/** What `createNewState` makes: keeps its newest value and tells it to whoever subscribes. */
export interface State<T> extends Stream<T> {
  next(value: T): void;
  getValue(): T;
  readonly value: T;
}
