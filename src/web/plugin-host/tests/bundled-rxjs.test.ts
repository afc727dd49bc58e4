// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { branding, clearStages, person, stage, turns } from './stage';

/** The real RxJS 5, as a plugin of its time carries it in its own file. */
const rxjs5 = readFileSync(createRequire(import.meta.url).resolve('rxjs5/bundles/Rx.min.js'), 'utf8');

const plugin = `(function () {
  var module = { exports: {} }, exports = module.exports;
  ${rxjs5}
  var Rx = module.exports, said = (window.said = []);
  var state$ = new Rx.BehaviorSubject({ label: 'nobody' });
  PEX.pluginAPI.registerPlugin({
    id: 'p',
    state$: state$,
    go: function () {},
    load: function (participants$, conferenceDetails$) {
      Rx.Observable.from(participants$)
        .map(function (all) { return all.length; })
        .distinctUntilChanged()
        .subscribe(function (number) { state$.next({ label: number + ' here' }); });
      Rx.Observable.combineLatest(participants$, conferenceDetails$, function (all, details) { return all.length + ' ' + details.locked; })
        .subscribe(function (both) { said.push(both); });
      Rx.Observable.from(PEX.actions$)
        .filter(function (action) { return action.type === 'asked'; })
        .switchMap(function (action) { return PEX.actions$.ofType('answered').map(function (answer) { return action.payload + answer.payload; }); })
        .take(1)
        .subscribe(function (whole) { said.push(whole); });
      PEX.actions$.takeUntil(Rx.Observable.of('now').delay(0)).subscribe({ complete: function () { said.push('over'); } });
    },
    unload: function () {}
  });
})();`;

describe('A plugin that carries RxJS 5', () => {
  afterEach(clearStages);

  it('reads our streams with its operators, ours with theirs, and gives its own for the state of an item', async () => {
    const made = stage(branding({ script: plugin, pack: { menuItems: { toolbar: [{ icon: 'star.svg#star', label: 'nobody', action: 'go' }] } } }));
    await made.host.load();
    await made.until(({ state }) => state === 'loaded');
    await made.item('1 here');

    made.participants$.next([person('me'), person('other')]);
    await made.item('2 here');
    made.conference$.next({ ...made.conference$.value, locked: true });
    made.actions$.next({ type: 'asked', payload: 'so ' });
    made.actions$.next({ type: 'answered', payload: 'what' });
    made.actions$.next({ type: 'answered', payload: 'again' });
    await turns();

    const { said } = window as unknown as { said: readonly string[] };
    expect([...said].sort()).toEqual(['1 false', '2 false', '2 true', 'over', 'so what']);
    expect(made.plugin()).toMatchObject({ state: 'loaded', faults: 0 });
  });
});
