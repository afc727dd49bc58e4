// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { joined } from './calls';
import { conferenceServer, failed, until } from './conferenceServer';

test('A presented picture is fetched with the token in a header, and handed over under an address without it', async () => {
  const server = await conferenceServer();
  const call = await joined(server);
  server.answer('presentation.jpeg', () => ({ status: 200, result: null, text: 'a picture' }));
  const shown = (call.onPresentationReload = vi.fn<(address: string) => void>());
  server.streams[0]!.send('presentation_frame', null, '7');
  await until(() => expect(shown).toHaveBeenCalledOnce());

  const address = shown.mock.calls[0]![0];
  expect(address).toMatch(/^blob:/);
  expect(await (await fetch(address)).text()).toBe('a picture');
  const asked = server.asked.find((one) => one.path === 'presentation.jpeg');
  expect([asked?.headers['token'], [...asked!.query.entries()]]).toEqual(['token-1', [['id', '7']]]);
});

test('A picture that is not there is not handed over, and the next one is', async () => {
  const server = await conferenceServer();
  const call = await joined(server);
  server.answer('presentation.jpeg', ({ query }) => (query.get('id') === '1' ? failed(404, 'No presentation image available') : { status: 200, result: null, text: 'a picture' }));
  const shown = (call.onPresentationReload = vi.fn());
  server.streams[0]!.send('presentation_frame', null, '1');
  await until(() => expect(server.paths()).toContain('presentation.jpeg'));
  server.streams[0]!.send('presentation_frame', null, '2');
  await until(() => expect(shown).toHaveBeenCalledOnce());
});
