// @vitest-environment jsdom
import { firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBranding } from './fixtures';
import { clearStages, person, stage, type Stage } from './stage';

const recording = 'recording-plugin-1.0';

async function joined(answer: (path: string) => unknown): Promise<Stage> {
  const made = stage(readBranding('guide-recording'), { answer });
  await made.host.load();
  return made;
}

async function button(made: Stage, label: string) {
  return vi.waitFor(async () => {
    const { toolbar } = await firstValueFrom(made.host.menus$);
    expect(toolbar.map((item) => item.label)).toEqual([label]);
    return toolbar[0]!;
  });
}

describe('The recording example of the guides, unchanged', () => {
  afterEach(clearStages);

  it('shows its button with the icon from its folder', async () => {
    const made = await joined(() => ({ status: 'success', result: [] }));
    await vi.waitFor(async () => expect((await button(made, 'Start recording')).icon).toContain('<circle'));
    expect(made.plugin(recording).state).toBe('loaded');
    expect(made.plugin(recording).problems).toEqual([]);
  });

  it('asks for an address, dials it as a stream, and becomes Stop recording', async () => {
    const made = await joined((path) => ({ status: 'success', result: path === 'dial' ? ['u-1'] : true }));
    (await button(made, 'Start recording')).run();
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('simpleRecordPluginAlias'));
    const field = document.getElementById('simpleRecordPluginAlias') as HTMLInputElement;
    field.value = 'demo:recorder';
    document.getElementById('recordAliasButton')!.click();
    await vi.waitFor(() => expect(made.asked).toEqual([
      { path: 'dial', payload: { destination: 'demo:recorder', protocol: 'auto', role: 'GUEST', streaming: 'yes' }, method: 'POST', cause: `plugin/${recording}` },
    ]));
    await vi.waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull());
    made.participants$.next([person('me', { role: 'chair' }), person('u-1', { isStreaming: true })]);
    const stop = await button(made, 'Stop recording');
    await vi.waitFor(async () => expect((await button(made, 'Stop recording')).icon).toContain('#e02020'));
    stop.run();
    await vi.waitFor(() => expect(made.asked.at(-1)).toMatchObject({ path: 'participants/u-1/disconnect', cause: `plugin/${recording}` }));
    made.participants$.next([person('me', { role: 'chair' })]);
    await button(made, 'Start recording');
  });

  it('keeps its dialog and says so when nobody could be dialled', async () => {
    const made = await joined(() => ({ status: 'success', result: [] }));
    (await button(made, 'Start recording')).run();
    const field = await vi.waitFor(() => {
      const found = document.getElementById('simpleRecordPluginAlias') as HTMLInputElement;
      expect(document.activeElement).toBe(found);
      return found;
    });
    field.value = 'nowhere';
    await vi.waitFor(() => {
      document.getElementById('recordAliasButton')!.click();
      expect(field.placeholder).toBe('check alias and retry');
    });
    expect(field.style.border).toBe('2px solid red');
    expect(document.querySelectorAll('[role=dialog]').length).toBe(1);
  });
});
