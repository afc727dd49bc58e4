// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { branding, clearStages, stage } from './stage';

const presses = (act: string) =>
  branding({ script: `PEX.pluginAPI.registerPlugin({ id: 'p', act: function () { ${act} } });`, pack: { menuItems: { toolbar: [{ label: 'go', action: 'act' }] } } });

describe('What the guides promise', () => {
  afterEach(clearStages);

  it.each(['/muteguest', '/mutequest', 'muteguests'])('mutes all guests as they print it: %s', async (path) => {
    const made = stage(presses(`PEX.pluginAPI.sendRequest('${path}');`));
    await made.host.load();
    (await made.item('go')).run();
    await vi.waitFor(() => expect(made.asked.map((asked) => asked.path)).toEqual(['muteguests']));
  });

  it('puts what a plugin says in the chat down to the plugin, also later on', async () => {
    const made = stage(presses("PEX.pluginAPI.sendChatMessage('a'); setTimeout(function () { PEX.pluginAPI.sendChatMessage('b'); });"));
    await made.host.load();
    (await made.item('go')).run();
    await vi.waitFor(() => expect(made.asked.map(({ path, cause }) => [path, cause])).toEqual([['message', 'plugin/p'], ['message', 'plugin/p']]));
  });

  it('puts the back-trace of what a plugin throws on the console, once', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const made = stage(presses("throw new Error('the lamp fell down');"));
    await made.host.load();
    for (let press = 0; press < 2; press++) (await made.item('go')).run();
    expect(warned.mock.calls).toEqual([[expect.stringMatching(/^The plugin p failed at action act: Error: the lamp fell down\n.*the lamp fell down\n +at /s)]]);
    warned.mockRestore();
  });
});
