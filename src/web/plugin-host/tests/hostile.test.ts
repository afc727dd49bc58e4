// @vitest-environment jsdom
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readBranding } from './fixtures';
import { clearStages, person, stage, type Stage } from './stage';

interface Hostile {
  readonly plugin: string;
  readonly what: string;
  readonly trigger: 'load' | 'press' | 'event' | 'click' | 'roster' | 'disable' | 'hang';
  readonly entry?: string;
  readonly message?: string;
  readonly stopped?: boolean;
  readonly problem?: string;
  readonly clean?: boolean;
  /** Needs what only a browser does: hanging, and promises that nobody hears. */
  readonly browser?: boolean;
}

const files = readBranding('hostile');
const corpus = JSON.parse(files['corpus.json']!) as readonly Hostile[];
const held: string[] = [];

async function provoke(made: Stage, { plugin, trigger }: Hostile): Promise<void> {
  if (trigger === 'press') (await made.item(plugin)).run();
  if (trigger === 'event') made.actions$.next({ type: 'anything' });
  if (trigger === 'click') document.body.click();
  if (trigger === 'disable') made.host.disable(plugin);
  // What somebody uses is counted by ten seconds, of which two may begin in between.
  for (let count = 0; trigger === 'roster' && count < 60 && made.plugin(plugin).faults === 0; count++) {
    made.participants$.next([person(`p${count}`)]);
    made.call.onParticipantUpdate?.({ uuid: `p${count}` });
    await new Promise((soon) => setTimeout(soon));
  }
}

/** What a second plugin and the meeting must still be able to do. */
async function othersGoOn(made: Stage): Promise<void> {
  made.participants$.next([person('me', { role: 'chair' })]);
  expect(made.plugin('good')).toMatchObject({ state: 'loaded', faults: 0, why: null });
  const good = await vi.waitFor(async () => {
    const { firstValueFrom } = await import('rxjs');
    const found = (await firstValueFrom(made.host.menus$)).toolbar.find(({ label }) => /^good \d+ 0$/.test(label));
    expect(found).toBeDefined();
    return found!;
  });
  good.run();
  await vi.waitFor(() => expect(made.asked.filter(({ path }) => path === 'unlock')).toEqual([expect.objectContaining({ cause: 'plugin/good' })]));
  const doubled = [1, 2].map((one) => one * 2);
  expect(JSON.parse(JSON.stringify(doubled))).toEqual([2, 4]);
  for (const key in {}) expect(key).toBe('nothing');
}

describe('A hostile plugin', () => {
  // The runner maps every trace back to the sources, which no browser does, and takes a plugin's time for it.
  beforeAll(() => void Reflect.deleteProperty(Error, 'prepareStackTrace'));
  afterEach(clearStages);
  afterAll(() => console.info(`hostile plugins: ${held.length} of ${corpus.length} contained here, the others in the browser's tests`));

  for (const hostile of corpus.filter(({ browser }) => !browser))
    it(`${hostile.plugin}: ${hostile.what.toLowerCase()}; it is named and the others go on`, async () => {
      const before = new Set(Object.getOwnPropertyNames(window));
      const plugins = [hostile.plugin, 'good'].map((id) => ({ id, srcURL: `plugins/${id}/plugin.json`, enabled: true }));
      const made = stage({ ...files, 'settings.json': JSON.stringify({ plugins }) });
      const problems: string[] = [];
      made.host.problems$.subscribe((now) => problems.push(...now.map(({ text }) => text)));
      await made.host.load();
      await provoke(made, hostile);
      const { plugin, entry, message, problem, stopped } = hostile;
      await vi.waitFor(() => {
        const seen = made.plugin(plugin);
        if (entry !== undefined) expect(seen.lastFault).toMatchObject({ entry, message: expect.stringContaining(message ?? '') });
        if (entry !== undefined) expect(seen.faults).toBeGreaterThan(0);
        if (stopped) expect(seen).toMatchObject({ state: 'failed', running: false, holds: {} });
        if (problem) expect([...problems, ...seen.problems.map(({ text }) => text)].join('\n')).toContain(problem);
        if (hostile.clean) expect(seen).toMatchObject({ state: 'loaded', faults: 0 });
      });
      await othersGoOn(made);
      made.host.unload();
      await made.until((seen) => !seen.running, plugin);
      expect(made.plugin(plugin).holds).toEqual({});
      expect([...document.querySelectorAll('.leak')].map(({ outerHTML }) => outerHTML)).toEqual([]);
      expect(document.querySelectorAll('[role=dialog]').length).toBe(0);
      expect(Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== 'PEX')).toEqual([]);
      held.push(plugin);
      // Thousands of nodes in an imitated page, perhaps on a busy machine.
    }, 30_000);
});
