// @vitest-environment jsdom
import { firstValueFrom } from 'rxjs';
import { afterEach, expect, it, vi } from 'vitest';
import { branding, clearStages, stage } from './stage';

afterEach(clearStages);

it('A state is laid over each item of its plugin field by field, and null for both hides it', async () => {
  const toolbar = [{ icon: 'a.svg#a', label: 'named', action: 'go' }, { icon: null, label: null, action: 'go' }];
  const made = stage(branding({
    pack: { menuItems: { toolbar } },
    script: `var state$ = PEX.pluginAPI.createNewState({}); window.say = function (state) { state$.next(state); };
      PEX.pluginAPI.registerPlugin({ id: 'p', load: function () {}, state$: state$, go: function () {} });`,
  }));
  await made.host.load();
  const labels = async () => (await firstValueFrom(made.host.menus$)).toolbar.map(({ label }) => label);
  const say = (state: object) => (globalThis as unknown as { say: (state: object) => void }).say(state);
  await vi.waitFor(async () => expect(await labels()).toEqual(['named']));
  say({ label: 'from the state' });
  await vi.waitFor(async () => expect(await labels()).toEqual(['from the state', 'from the state']));
  say({ icon: null, label: null });
  await vi.waitFor(async () => expect(await labels()).toEqual([]));
});
