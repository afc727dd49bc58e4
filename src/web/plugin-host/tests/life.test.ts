// @vitest-environment jsdom
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { branding, clearStages, person, stage, turns } from './stage';

const counting = `
  window.counts.scripts++;
  var ticks = setInterval(function () {}, 1000);
  window.leftByScript = 1;
  var style = document.createElement('style');
  document.head.appendChild(style);
  PEX.actions$.subscribe(function () { window.counts.actions++; });
  PEX.pluginAPI.registerPlugin({ id: 'p', load: function (participants$) {
    window.counts.loads++;
    participants$.subscribe(function (people) { window.counts.rosters++; });
    document.addEventListener('click', function () { window.counts.clicks++; });
    setInterval(function () {}, 1000);
    document.body.appendChild(document.createElement('div')).className = 'made';
    window.leftByLoad = 1;
    PEX.pluginAPI.openTemplateDialog({ title: 'x', body: 'x' });
  }, unload: function () { window.counts.unloads++; } });`;

interface Counts { scripts: number; loads: number; unloads: number; rosters: number; clicks: number; actions: number }
const counts = () => (globalThis as unknown as { counts: Counts }).counts;

describe('The life of a plugin', () => {
  beforeEach(() => Object.assign(globalThis, { counts: { scripts: 0, loads: 0, unloads: 0, rosters: 0, clicks: 0, actions: 0 } }));
  afterEach(clearStages);

  it('is listed before joining, runs its source once, and loads at every join with fresh streams', async () => {
    const made = stage(branding({ script: counting }));
    await made.host.look();
    expect(await made.until(() => true)).toMatchObject({ state: 'waiting', running: false });
    for (let join = 1; join <= 3; join++) {
      await made.host.load();
      expect(made.plugin()).toMatchObject({ state: 'loaded', running: true });
      made.host.unload();
      await made.until(({ state }) => state === 'waiting');
      expect(counts()).toMatchObject({ scripts: 1, loads: join, unloads: join, rosters: join });
    }
  });

  it('hears of the connect that it missed when it is switched on later, once, and after its load', async () => {
    const made = stage(branding({ script: `
      window.heard = [];
      PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {
        PEX.actions$.ofType(PEX.actions.CONNECT_SUCCESS).subscribe(function () { window.heard.push('connect'); });
        window.heard.push('load');
      }, unload: function () {} });` }));
    const heard = () => (globalThis as unknown as { heard: string[] }).heard;
    await made.host.load();
    made.actions$.next({ type: '[Conference] Connect Success' });
    expect(heard()).toEqual(['load', 'connect']);
    made.host.disable('p');
    await made.until(({ running }) => !running);
    made.host.enable('p');
    await vi.waitFor(() => expect(heard()).toEqual(['load', 'connect', 'load', 'connect']));
    made.actions$.next({ type: '[Conference] Disconnect Success' });
    made.host.unload();
    await made.until(({ running }) => !running);
    await made.host.load();
    await turns();
    expect(heard().slice(4)).toEqual(['load']);
    made.host.unload();
  });

  it('may ask the server for something while it is unloaded, and not afterwards', async () => {
    const made = stage(branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', load() {}, unload() {
      PEX.pluginAPI.sendRequest('participants/me/overlaytext', { text: '' });
      Promise.resolve().then(() => PEX.pluginAPI.sendRequest('lock'));
    } });` }));
    await made.host.load();
    made.host.unload();
    await made.until(({ running }) => !running);
    await turns();
    expect(made.asked).toEqual([{ path: 'participants/me/overlaytext', payload: { text: '' }, method: 'POST', cause: 'plugin/p' }]);
  });

  it('leaves nothing behind after many loads, and what its source set up comes back with each', async () => {
    // A thousand of them are the browser's tests'; this page is a slow imitation of one.
    const cycles = 20;
    const before = new Set(Object.getOwnPropertyNames(window));
    const made = stage(branding({ script: counting }));
    await made.host.load();
    for (let cycle = 0; cycle < cycles; cycle++) {
      made.host.unload();
      await made.host.load();
    }
    expect(made.plugin().holds).toEqual({ timer: 2, global: 2, subscription: 2, listener: 1, element: 1 });
    expect([document.querySelectorAll('.made').length, document.querySelectorAll('[role=dialog]').length]).toEqual([1, 1]);
    made.actions$.next({ type: 'x' });
    document.body.click();
    expect(counts()).toMatchObject({ scripts: 1, loads: cycles + 1, unloads: cycles, actions: 1, clicks: 1 });
    made.host.unload();
    await made.until(({ running }) => !running);
    expect(made.plugin().holds).toEqual({});
    expect(document.querySelectorAll('.made, [role=dialog], style').length).toBe(0);
    expect(Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== 'PEX')).toEqual([]);
    made.actions$.next({ type: 'x' });
    made.participants$.next([person('x')]);
    document.body.click();
    expect(counts()).toMatchObject({ actions: 1, clicks: 1, rosters: cycles + 1 });
  }, 20_000);

  it('observes nothing any more after unload', async () => {
    const made = stage(branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {
      new MutationObserver(function () { window.counts.clicks++; }).observe(document.body, { childList: true });
    } });` }));
    await made.host.load();
    expect(made.plugin().holds).toEqual({ MutationObserver: 1 });
    made.host.unload();
    await made.until(({ running }) => !running);
    document.body.append('x');
    await turns();
    expect(counts().clicks).toBe(0);
  });

  it('names what the language does not let go of', async () => {
    const made = stage(branding({ script: "var stays = 1; PEX.pluginAPI.registerPlugin({ id: 'p' });" }));
    await made.host.load();
    made.host.unload();
    expect((await made.until(({ state }) => state === 'waiting')).leftOver).toEqual(['stays']);
  });

  it('follows what the user wants, and remembers it', async () => {
    const files = branding({ script: counting });
    const made = stage(files);
    await made.host.load();
    made.host.disable('p');
    expect(await made.until(({ state }) => state === 'disabled')).toMatchObject({ enabled: false, running: false });
    made.host.stop();
    await turns();
    const again = stage(files);
    await again.host.load();
    expect(again.plugin().state).toBe('disabled');
    again.host.enable('p');
    await again.until(({ state }) => state === 'loaded');
    expect(counts()).toMatchObject({ scripts: 2, loads: 2, unloads: 1 });
  });

  it('cannot be ended by the user where its package forbids that', async () => {
    const made = stage(branding({ script: counting, pack: { allowUnload: false } }));
    await made.host.load();
    made.host.disable('p');
    expect(made.plugin()).toMatchObject({ state: 'loaded', allowUnload: false });
  });

  it('does not begin where it is not enabled, until the user wants it', async () => {
    const made = stage(branding({ script: counting, enabled: false }));
    await made.host.load();
    expect([made.plugin().state, counts().scripts]).toEqual(['disabled', 0]);
    made.host.enable('p');
    await made.until(({ state }) => state === 'loaded');
  });

  it('begins and ends with the role', async () => {
    const made = stage(branding({ script: counting, pack: { participantRoles: ['chair'] } }));
    made.me$.next({ uuid: 'me', role: 'guest' });
    await made.host.load();
    expect([made.plugin().state, counts().scripts]).toEqual(['not-for-role', 0]);
    made.me$.next({ uuid: 'me', role: 'chair' });
    await made.until(({ state }) => state === 'loaded');
    made.me$.next({ uuid: 'me', role: 'guest' });
    await made.until(({ state }) => state === 'not-for-role');
    expect(counts()).toMatchObject({ loads: 1, unloads: 1 });
  });

  it('is only for the platforms that it names', async () => {
    const made = stage(branding({ script: counting, pack: { platforms: ['electron'] } }));
    await made.host.load();
    expect(made.plugin().state).toBe('not-for-platform');
    const desktop = stage(branding({ script: counting, pack: { platforms: ['electron'] } }), { platform: 'electron' });
    await desktop.host.load();
    expect(desktop.plugin().state).toBe('loaded');
  });

  it('ends when the user wants to go on without plugins, and begins again when that is over', async () => {
    const made = stage(branding({ script: counting }));
    await made.host.load();
    made.host.startWithout();
    await made.until(({ state }) => state === 'disabled');
    expect((await firstValueFrom(made.host.menus$)).toolbar).toEqual([]);
    made.host.startWith();
    await made.until(({ state }) => state === 'loaded');
  });

  it('does not hold up the join when its files are slow', async () => {
    const files = branding({ id: 'slow', script: '' }, { script: counting });
    const slow = new Promise<never>(() => undefined);
    const made = stage(files, { sources: (usual) => ({ ...usual, preload: (url) => (url.includes('slow') ? slow : usual.preload(url)) }) });
    await made.host.load();
    expect(made.plugin('slow')).toMatchObject({ state: 'failed', why: 'script: Error: it did not come in time' });
    expect(made.plugin('p').state).toBe('loaded');
  });

  it('is waited for once: files and load together take no longer than either may alone', async () => {
    const startDeadline = 1000;
    const order: string[] = [];
    const late = new Promise<void>((come) => setTimeout(come, startDeadline * 0.6));
    const files = branding({ script: "PEX.pluginAPI.registerPlugin({ id: 'p', load: function () { window.counts.loads++; return new Promise(function () {}); } });" });
    const made = stage(files, { startDeadline, sources: (usual) => ({ ...usual, preload: () => late }) });
    const joined = made.host.load().then(() => order.push('joined'));
    await Promise.all([joined, new Promise<void>((turn) => setTimeout(() => (order.push('half as long again'), turn()), startDeadline * 1.5))]);
    expect(order).toEqual(['joined', 'half as long again']);
    expect(counts().loads).toBe(1);
    expect((await made.until(({ problems }) => problems.length > 0)).problems[0]?.text).toContain('load has not come back within 1 s');
  });

  it('does not hold up the join when its list never comes, and is listed at the next join', async () => {
    const files = branding({ script: counting });
    let silent = true;
    const made = stage(files, { sources: (usual) => ({ ...usual, read: (url) => (silent ? new Promise(() => undefined) : usual.read(url)) }) });
    await made.host.load();
    expect(await firstValueFrom(made.host.plugins$)).toEqual([]);
    await vi.waitFor(async () => expect((await firstValueFrom(made.host.problems$))[0]?.text).toContain('did not come in time'));
    made.host.unload();
    silent = false;
    await made.host.load();
    expect(made.plugin().state).toBe('loaded');
    expect(await firstValueFrom(made.host.problems$)).toEqual([]);
  });

  it('stays off after it made the page stand still, until the user enables it', async () => {
    const files = branding({ script: counting }, { id: 'other', script: "PEX.pluginAPI.registerPlugin({ id: 'other' });" });
    sessionStorage.setItem('plenum.tab', 'this');
    localStorage.setItem('plenum.plugin-running.this', JSON.stringify({ plugin: 'p', entry: 'action go', at: Date.now() }));
    const made = stage(files);
    await made.host.load();
    expect(made.plugin()).toMatchObject({ state: 'failed', running: false, why: expect.stringContaining('action go: Error: The page stopped answering') });
    expect(made.plugin('other').state).toBe('loaded');
    made.host.stop();
    await turns();
    const later = stage(files);
    await later.host.load();
    expect(later.plugin()).toMatchObject({ state: 'failed', running: false });
    later.host.enable('p');
    await later.until(({ state }) => state === 'loaded');
  });

  it('has a note in storage while it runs, and none afterwards', async () => {
    const made = stage(branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', act: function () {
      window.noted = Object.keys(localStorage).filter(function (key) { return key.indexOf('plenum.plugin-running.') === 0; }).map(function (key) { return localStorage.getItem(key); });
    } });`, pack: { menuItems: { toolbar: [{ label: 'go', action: 'act' }] } } }));
    await made.host.load();
    (await made.item('go')).run();
    const noted = (globalThis as unknown as { noted: string[] }).noted;
    expect(noted.map((note) => JSON.parse(note))).toEqual([expect.objectContaining({ plugin: 'p', entry: 'action act' })]);
    await vi.waitFor(() => expect(Object.keys(localStorage).filter((key) => key.startsWith('plenum.plugin-running.'))).toEqual([]));
  });

  it('has one note for all that its code comes to within its code', async () => {
    const made = stage(branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', load: function (participants$) {
      participants$.subscribe(function () { window.noted = JSON.stringify(localStorage); });
    } });` }));
    const writes = vi.spyOn(Storage.prototype, 'setItem');
    made.participants$.next([person('me')]);
    await made.host.load();
    expect((globalThis as unknown as { noted: string }).noted).toContain('\\"entry\\":\\"load\\"');
    const notes = writes.mock.calls.filter(([key]) => key.startsWith('plenum.plugin-running.'));
    expect(notes.map(([, note]) => (JSON.parse(note) as { entry: string }).entry)).toEqual(['script', 'registered state$', 'registered load', 'load']);
    writes.mockRestore();
  });

  it('tells the server of a hang when there is somebody to tell: not before one is in a meeting again', async () => {
    sessionStorage.setItem('plenum.tab', 'this');
    localStorage.setItem('plenum.plugin-running.this', JSON.stringify({ plugin: 'p', entry: 'load', at: Date.now() }));
    const made = stage(branding({ script: counting }));
    const told = () => made.asked.filter(({ path }) => path === 'plenum/plugin-faults').map(({ payload }) => payload);
    await made.host.look();
    expect(made.plugin().why).toContain('stopped answering');
    expect(told()).toEqual([]);
    await made.host.load();
    expect(told()).toEqual([expect.objectContaining({ plugin: 'p', entry: 'load', count: 1 })]);
  });

  it('tells the server of its faults once, with a count later', async () => {
    const made = stage(branding({ script: "PEX.pluginAPI.registerPlugin({ id: 'p', act: function () { throw new Error('again'); } });", pack: { version: '2.0', menuItems: { toolbar: [{ label: 'go', action: 'act' }] } } }));
    await made.host.load();
    const item = await made.item('go');
    for (let press = 0; press < 3; press++) item.run();
    expect(made.asked.filter(({ path }) => path === 'plenum/plugin-faults').map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ plugin: 'p', version: '2.0', entry: 'action act', message: 'Error: again', count: 1 }),
    ]);
  });
});
