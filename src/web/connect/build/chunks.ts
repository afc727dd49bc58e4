// Which modules go into one file. What the first screen needs is one, rather than forty that pages share in turn.

const ours = /\/web\/(pexrtc|meeting)\/|\/connect\/src\/(joining|parts|memory|styles|devices|settings\/(opening|pages|own-pages)|plugins\/(held|platform|running)|words\/(en\/|[^/]+$)|inside\/controls\/desk)/;
const theirs = /\/node_modules\/(svelte|esm-env|clsx|tslib)\/|vite\/preload-helper/;

/**
 * Plugins may use every operator there is, so the plugin host brings all of them; the app uses these, and what they stand on.
 * One that is missing here is no fault that anybody sees but in bytes: The_bytes_of_the_app tells.
 */
const operators = /\/operators\/(OperatorSubscriber|concatAll|distinctUntilChanged|filter|map|mergeAll|mergeInternals|mergeMap|observeOn|pairwise|scan|scanInternals|share|shareReplay|startWith|subscribeOn|switchMap)\.js$/;
const observables = /\/internal\/observable\/(combineLatest|concat|empty|from|innerFrom|merge|of)\.js$/;
const spare = /\/internal\/(AsyncSubject|Notification|scheduler\/(Async|Queue|Asap|Animation|Virtual|interval|immediate|animation|performance|async|queue|asap).*|util\/(NotFoundError|SequenceError|ArgumentOutOfRangeError|TimeoutError))\.js$/;

export function neededAtOnce(id: string): boolean {
  if (id.includes('/node_modules/rxjs/')) return id.includes('/operators/') ? operators.test(id) : id.includes('/observable/') ? observables.test(id) : !spare.test(id);
  return theirs.test(id) || (ours.test(id) && !id.endsWith('/styles/first.ts'));
}

/** What the meeting and its dialogs share. */
export function sharedInside(id: string): boolean {
  return /\/connect\/src\/inside\/(stage\/(clock|media-problem|announcing|announcements)|roster\/doing|controls\/(carry-out|refusals|shortcuts)|breakouts\/time-left|panel\/(tail|PeoplePicker|Sure))/.test(id);
}
