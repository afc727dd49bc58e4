// @vitest-environment jsdom
import { firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { branding, clearStages, stage, turns } from './stage';

const page = globalThis as unknown as { heard: string[]; late(): void };
const hearing = `window.heard.push('load');
  PEX.actions$.ofType(PEX.actions.CONNECT_SUCCESS).subscribe(function () { window.heard.push('connect'); });`;

describe('A plugin that takes its time', () => {
  afterEach(clearStages);

  it('loads when it registers, however late, and is not called failed any more', async () => {
    page.heard = [];
    const made = stage(branding({ script: `window.late = function () { PEX.pluginAPI.registerPlugin({ id: 'p', load: function () { ${hearing} } }); };` }, { id: 'other', script: "PEX.pluginAPI.registerPlugin({ id: 'other' });" }), { startDeadline: 50 });
    await made.host.load();
    made.actions$.next({ type: '[Conference] Connect Success' });
    expect((await made.until(({ state }) => state === 'failed')).why).toContain('did not register');
    // Whatever else begins meanwhile does not begin its waiting anew.
    made.host.disable('other');
    await made.until(({ running }) => !running, 'other');
    made.host.enable('other');
    await made.until(({ state }) => state === 'loaded', 'other');
    page.late();
    expect(await made.until(({ state }) => state === 'loaded')).toMatchObject({ why: null, running: true, faults: 1 });
    await vi.waitFor(() => expect(page.heard).toEqual(['load', 'connect']));
  });

  it('does not load when it registers after the meeting, but at the next', async () => {
    page.heard = [];
    const made = stage(branding({ script: `window.late = function () { PEX.pluginAPI.registerPlugin({ id: 'p', load: function () { ${hearing} } }); };` }), { startDeadline: 50 });
    await made.host.load();
    const { late } = page;
    made.host.unload();
    late();
    await turns();
    expect(page.heard).toEqual([]);
    await made.host.load();
    expect([page.heard, made.plugin().state]).toEqual([['load'], 'loaded']);
  });

  it('hears of the connect that it missed also when it waits in load before it listens', async () => {
    page.heard = [];
    const made = stage(branding({ enabled: false, script: `PEX.pluginAPI.registerPlugin({ id: 'p', load: async function () { await new Promise(function (soon) { setTimeout(soon, 5); }); ${hearing} } });` }));
    await made.host.load();
    made.actions$.next({ type: '[Conference] Connect Success' });
    made.host.enable('p');
    await vi.waitFor(() => expect(page.heard).toEqual(['load', 'connect']));
    made.host.disable('p');
    await made.until(({ running }) => !running);
    made.host.enable('p');
    await vi.waitFor(() => expect(page.heard).toEqual(['load', 'connect', 'load', 'connect']));
  });
});

describe('A careful plugin', () => {
  afterEach(clearStages);

  it('may begin with what changes nothing', async () => {
    const made = stage(branding({ script: `var PEX = window.PEX; window.PEX = window.PEX || {}; PEX.pluginAPI = PEX.pluginAPI || {};
      PEX.pluginAPI.registerPlugin({ id: 'p' });` }));
    await made.host.load();
    expect(made.plugin()).toMatchObject({ state: 'loaded', faults: 0, lastFault: null });
  });

  it('finds its menu items by each of its ids, and what it hid is there again after it was off', async () => {
    const files = branding({ id: 'listed', pack: { id: 'packed', menuItems: { toolbar: [{ id: 'it', label: 'it', action: 'act' }, { id: 'hide', label: 'hide', action: 'hide' }, { id: 'show', label: 'show', action: 'show' }] } }, script: `
      var item;
      PEX.pluginAPI.registerPlugin({ id: 'registered', act: function () {},
        hide: function () { ['listed', 'packed', 'registered'].map(function (id) { return PEX.pluginAPI.getPluginMenuItem(id, 'it'); }).reverse()[0].hide(); },
        show: function () { PEX.pluginAPI.getPluginMenuItem('packed', 'it').show(); } });` });
    const made = stage(files);
    await made.host.load();
    const shown = async () => (await firstValueFrom(made.host.menus$)).toolbar.map(({ label }) => label);
    const all = ['it', 'hide', 'show'];
    (await made.item('hide')).run();
    await vi.waitFor(async () => expect(await shown()).toEqual(['hide', 'show']));
    (await made.item('show')).run();
    await vi.waitFor(async () => expect(await shown()).toEqual(all));
    (await made.item('hide')).run();
    made.host.unload();
    await made.host.load();
    await vi.waitFor(async () => expect(await shown()).toEqual(all));
    expect(made.plugin('packed').problems.map(({ text }) => text).join()).not.toContain('There is no plugin');
  });
});
