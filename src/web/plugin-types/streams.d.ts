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
  takeUntil(notifier: Stream<unknown>): Stream<T>;
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
  switchMap<R>(project: (value: T) => Stream<R> | PromiseLike<R>): Stream<R>;
  mergeMap<R>(project: (value: T) => Stream<R> | PromiseLike<R>): Stream<R>;
  flatMap<R>(project: (value: T) => Stream<R> | PromiseLike<R>): Stream<R>;
  concatMap<R>(project: (value: T) => Stream<R> | PromiseLike<R>): Stream<R>;
  exhaustMap<R>(project: (value: T) => Stream<R> | PromiseLike<R>): Stream<R>;
  catch(recover: (reason: unknown) => Stream<T>): Stream<T>;
  catchError(recover: (reason: unknown) => Stream<T>): Stream<T>;
  finally(done: () => void): Stream<T>;
  finalize(done: () => void): Stream<T>;
  share(): Stream<T>;
}

/** What `createNewState` makes: keeps its newest value and tells it to whoever subscribes. */
export interface State<T> extends Stream<T> {
  next(value: T): void;
  getValue(): T;
  readonly value: T;
}
