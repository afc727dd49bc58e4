// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { branding, clearStages, stage, turns, type PluginFiles, type Stage } from './stage';

interface Raw { name: string }

/** A plugin that puts a handler on the call when it loads; `old` is what was there. */
const overriding = (id: string, handler: string): PluginFiles => ({
  id,
  script: `PEX.pluginAPI.registerPlugin({ id: '${id}', load: function () {
    var old = PEX.pexrtc.onParticipantCreate;
    PEX.pexrtc.onParticipantCreate = ${handler};
  }, unload: function () {} });`,
});
const adding = (letter: string) => `function (raw) { old({ name: raw.name + '${letter}' }); }`;
const heard: string[] = [];

/** The app's own handler, a call, and what the app then heard of somebody who came. */
async function joined(...plugins: readonly PluginFiles[]): Promise<Stage> {
  const made = stage(branding(...plugins));
  made.call.onParticipantCreate = (raw) => heard.push((raw as Raw).name);
  await made.host.load();
  return made;
}
const comes = (made: Stage): readonly string[] => {
  heard.length = 0;
  made.call.onParticipantCreate?.({ name: 'Ada ' });
  return [...heard];
};
const off = async (made: Stage, id: string) => {
  made.host.disable(id);
  await made.until(({ running }) => !running, id);
};
const on = async (made: Stage, id: string) => {
  made.host.enable(id);
  await made.until(({ state }) => state === 'loaded', id);
};

describe('Handlers that plugins put on the call', () => {
  beforeEach(() => void (heard.length = 0));
  afterEach(clearStages);

  it('take the place of the app\'s while their plugin is loaded, and of each other in the order of the plugins', async () => {
    const made = await joined(overriding('a', adding('a')), overriding('b', adding('b')));
    expect(comes(made)).toEqual(['Ada ba']);
    expect(made.plugin('a').holds).toEqual({ handler: 1 });
    await off(made, 'b');
    expect(comes(made)).toEqual(['Ada a']);
    await off(made, 'a');
    expect(comes(made)).toEqual(['Ada ']);
  });

  it('lead on to the app when the first of a chain is unloaded, and chain anew when it comes back', async () => {
    const made = await joined(overriding('a', adding('a')), overriding('b', adding('b')));
    await off(made, 'a');
    expect(comes(made)).toEqual(['Ada b']);
    await on(made, 'a');
    expect(comes(made)).toEqual(['Ada ab']);
    made.host.unload();
    await turns();
    expect(comes(made)).toEqual(['Ada ']);
  });

  it('are left out where they throw: the fault is the plugin\'s, the app hears all the same, and once', async () => {
    const made = await joined(overriding('a', adding('a')), overriding('early', "function () { throw new Error('early'); }"), overriding('late', "function (raw) { old(raw); throw new Error('late'); }"));
    expect(comes(made)).toEqual(['Ada a']);
    for (const id of ['early', 'late']) expect((await made.until(({ faults }) => faults > 0, id)).lastFault).toMatchObject({ entry: 'handler onParticipantCreate', message: `Error: ${id}` });
    expect(made.plugin('a').faults).toBe(0);
  });

  it('are left out also where they come to nothing later', async () => {
    const made = await joined(overriding('p', "async function (raw) { await null; if (raw.name === 'Ada ') throw new Error('later'); old(raw); }"));
    comes(made);
    await vi.waitFor(() => expect(heard).toEqual(['Ada ']));
    expect((await made.until(({ faults }) => faults > 0)).lastFault?.message).toBe('Error: later');
  });

  it('are seen as they are by their own plugin, which may look whether they are still there', async () => {
    const made = await joined({ script: `
      var old;
      function mine(raw) { old({ name: raw.name + 'm' }); }
      function take() {
        if (PEX.pexrtc.onParticipantCreate === mine) return;
        old = PEX.pexrtc.onParticipantCreate;
        PEX.pexrtc.onParticipantCreate = mine;
      }
      PEX.pluginAPI.registerPlugin({ id: 'p', load: function (participants$) { participants$.subscribe(take); } });` });
    for (let count = 0; count < 3; count++) made.participants$.next([]);
    expect(comes(made)).toEqual(['Ada m']);
    expect(made.plugin().faults).toBe(0);
  });

  it('end with the breaker', async () => {
    const made = await joined(overriding('p', "function () { throw new Error('always'); }"));
    for (let count = 0; count < 12; count++) expect(comes(made)).toEqual(['Ada ']);
    expect(await made.until(({ running }) => !running)).toMatchObject({ state: 'failed', faults: 10, holds: {} });
  });

  it('may be taken back by putting there what was there before, and may silence the app', async () => {
    const made = await joined({ script: `
      var old;
      PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {
        old = PEX.pexrtc.onParticipantCreate;
        PEX.pexrtc.onParticipantCreate = null;
      }, back: function () { PEX.pexrtc.onParticipantCreate = old; } });`, pack: { menuItems: { toolbar: [{ label: 'back', action: 'back' }] } } });
    expect(made.call.onParticipantCreate).toBeNull();
    (await made.item('back')).run();
    expect(comes(made)).toEqual(['Ada ']);
  });

  it('of a source that runs once come back with its next load', async () => {
    const made = await joined({ script: `var old = PEX.pexrtc.onParticipantCreate; PEX.pexrtc.onParticipantCreate = ${adding('s')}; PEX.pluginAPI.registerPlugin({ id: 'p' });` });
    expect(comes(made)).toEqual(['Ada s']);
    await off(made, 'p');
    expect(comes(made)).toEqual(['Ada ']);
    await on(made, 'p');
    expect(comes(made)).toEqual(['Ada s']);
  });
});
