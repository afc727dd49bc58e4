import * as rx from 'rxjs';
import { sharing } from './connecting';
import { adapted, knownToStrangers } from './strangers';

type Operator = (...args: never[]) => rx.OperatorFunction<never, unknown>;

/** What RxJS 5 had as methods, by the names it had there and by those of today. */
const operators: Readonly<Record<string, unknown>> = {
  audit: rx.audit, auditTime: rx.auditTime, buffer: rx.buffer, bufferCount: rx.bufferCount, bufferTime: rx.bufferTime,
  bufferToggle: rx.bufferToggle, bufferWhen: rx.bufferWhen, catch: rx.catchError, catchError: rx.catchError,
  combineAll: rx.combineLatestAll, combineLatest: projecting(rx.combineLatestWith), combineLatestWith: rx.combineLatestWith, concat: rx.concatWith, concatAll: rx.concatAll,
  concatMap: rx.concatMap, concatMapTo: rx.concatMapTo, count: rx.count, debounce: rx.debounce, debounceTime: rx.debounceTime,
  defaultIfEmpty: rx.defaultIfEmpty, delay: rx.delay, delayWhen: rx.delayWhen, dematerialize: rx.dematerialize, distinct: rx.distinct,
  distinctUntilChanged: rx.distinctUntilChanged, distinctUntilKeyChanged: rx.distinctUntilKeyChanged, do: rx.tap, elementAt: rx.elementAt, endWith: rx.endWith,
  every: rx.every, exhaust: rx.exhaustAll, exhaustMap: rx.exhaustMap, expand: rx.expand, filter: rx.filter, finalize: rx.finalize,
  finally: rx.finalize, find: rx.find, findIndex: rx.findIndex, first: rx.first, flatMap: rx.mergeMap, groupBy: rx.groupBy,
  ignoreElements: rx.ignoreElements, isEmpty: rx.isEmpty, last: rx.last, map: rx.map, mapTo: rx.mapTo, materialize: rx.materialize,
  max: rx.max, merge: rx.mergeWith, mergeAll: rx.mergeAll, mergeMap: rx.mergeMap, mergeMapTo: rx.mergeMapTo, mergeScan: rx.mergeScan,
  min: rx.min, observeOn: rx.observeOn, onErrorResumeNext: rx.onErrorResumeNextWith, pairwise: rx.pairwise, pluck: rx.pluck, race: rx.raceWith, reduce: rx.reduce, repeat: rx.repeat, repeatWhen: rx.repeatWhen,
  retry: rx.retry, retryWhen: rx.retryWhen, sample: rx.sample, sampleTime: rx.sampleTime, scan: rx.scan, sequenceEqual: rx.sequenceEqual,
  share: rx.share, shareReplay: rx.shareReplay, single: rx.single, skip: rx.skip, skipLast: rx.skipLast, skipUntil: rx.skipUntil,
  skipWhile: rx.skipWhile, startWith: rx.startWith, subscribeOn: rx.subscribeOn, switch: rx.switchAll, switchMap: rx.switchMap,
  switchMapTo: rx.switchMapTo, take: rx.take, takeLast: rx.takeLast, takeUntil: rx.takeUntil, takeWhile: rx.takeWhile, tap: rx.tap,
  throttle: rx.throttle, throttleTime: rx.throttleTime, timeInterval: rx.timeInterval, timeout: rx.timeout, timeoutWith: rx.timeoutWith, timestamp: rx.timestamp,
  toArray: rx.toArray, window: rx.window, windowCount: rx.windowCount, windowTime: rx.windowTime, windowToggle: rx.windowToggle,
  windowWhen: rx.windowWhen, withLatestFrom: rx.withLatestFrom, zip: projecting(rx.zipWith), zipAll: rx.zipAll,
};

/** RxJS 5 took the others one by one or in a list, and a function last that makes one value of theirs. */
function projecting(join: (...others: never[]) => rx.OperatorFunction<unknown, unknown[]>): (...given: unknown[]) => rx.OperatorFunction<unknown, unknown> {
  return (...given) => {
    const project = typeof given.at(-1) === 'function' ? (given.pop() as (...values: unknown[]) => unknown) : null;
    const joined = join(...(given.flat() as never[]));
    return project ? (source) => source.pipe(joined, rx.map((values) => project(...values))) : joined;
  };
}

/** Puts the operators on a kind of observable as methods that lead to the same kind. */
export function withMethods(prototype: rx.Observable<unknown>): void {
  const define = (name: string, value: unknown) => Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  for (const [name, operator] of Object.entries(operators))
    define(name, function (this: rx.Observable<never>, ...args: never[]) {
      return this.pipe((operator as Operator)(...(args.map(adapted) as never[])));
    });
  for (const [name, share] of Object.entries(sharing)) define(name, share);
  knownToStrangers(prototype);
  define('ofType', function (this: rx.Observable<{ readonly type?: unknown }>, ...types: readonly string[]) {
    return this.pipe(rx.filter((action) => types.includes(String(action?.type))));
  });
  define('let', function (this: rx.Observable<unknown>, change: (source: rx.Observable<unknown>) => unknown) {
    return change(this);
  });
}
