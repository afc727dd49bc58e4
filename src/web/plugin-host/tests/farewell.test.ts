// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { branding, clearStages, stage, turns, type Stage } from './stage';

const heard = () => (globalThis as unknown as { heard: string[] }).heard;
const saying = (goodbye: string) => branding({ id: 'other', script: "PEX.pluginAPI.registerPlugin({ id: 'other' });" }, { script: `
  PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {
    window.heard.push('load');
    PEX.actions$.ofType(PEX.actions.DISCONNECT_SUCCESS).subscribe(function () { ${goodbye} });
  }, unload: function () { window.heard.push('unload'); },
  ask: function () { PEX.pluginAPI.openTemplateDialog({ title: 'in the meeting' }); } });`, pack: { menuItems: { toolbar: [{ label: 'ask', action: 'ask' }] } } });
const leave = (made: Stage) => {
  made.actions$.next({ type: '[Conference] Disconnect Success' });
  made.host.unload();
};
const titles = () => [...document.querySelectorAll('[role=dialog]')].map((dialog) => dialog.textContent);

describe('A plugin whose meeting was left', () => {
  beforeEach(() => Object.assign(globalThis, { heard: [] }));
  afterEach(clearStages);

  it('has time for a last timer, and is unloaded then', async () => {
    const made = stage(saying("setTimeout(function () { window.heard.push('gone'); }, 20);"), { farewell: 100 });
    await made.host.load();
    leave(made);
    await vi.waitFor(() => expect(heard()).toEqual(['load', 'gone', 'unload']));
    expect(made.plugin()).toMatchObject({ state: 'waiting', running: false, holds: {}, faults: 0 });
  });

  it('stays for a dialog that it opened then until that is closed; those of the meeting go at once', async () => {
    const made = stage(saying("PEX.pluginAPI.openTemplateDialog({ title: 'How was it?' });"), { farewell: 10 });
    await made.host.load();
    (await made.item('ask')).run();
    await vi.waitFor(() => expect(titles()).toEqual([expect.stringContaining('in the meeting')]));
    leave(made);
    await vi.waitFor(() => expect(titles()).toEqual([expect.stringContaining('How was it?')]));
    await made.until(({ running }) => !running, 'other');
    expect([titles().length, heard()]).toEqual([1, ['load']]);
    document.querySelector<HTMLElement>('[role=dialog] button')?.click();
    await vi.waitFor(() => expect(heard()).toEqual(['load', 'unload']));
    expect(made.plugin().holds).toEqual({});
  });

  it('is unloaded before it loads anew when one is back before that', async () => {
    const made = stage(saying("setTimeout(function () { window.heard.push('gone'); }, 60000); PEX.pluginAPI.openTemplateDialog({ title: 'Bye' });"), { farewell: 60_000 });
    await made.host.load();
    leave(made);
    await turns();
    expect(heard()).toEqual(['load']);
    await made.host.load();
    expect([heard(), titles(), made.plugin().state]).toEqual([['load', 'unload', 'load'], [], 'loaded']);
  });

  it('is not begun any more', async () => {
    const made = stage(branding({ enabled: false, script: 'window.heard.push(1);' }), { farewell: 60_000 });
    await made.host.load();
    leave(made);
    made.host.enable('p');
    await turns();
    expect(heard()).toEqual([]);
  });
});
