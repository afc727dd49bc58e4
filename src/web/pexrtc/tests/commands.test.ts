// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { PexRTC } from '../src';
import { joined } from './calls';
import { conferenceServer, failed, success, until } from './conferenceServer';

describe('A command', () => {
  test('is repeated while the server is away, when saying it twice does no harm', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    let asked = 0;
    server.answer('lock', () => (asked++ ? success() : failed(503, 'Out of resource')));

    expect(await call.setConferenceLock(true)).toEqual({ status: 'success', result: true });
    expect(asked).toBe(2);
  });

  test('is not repeated when it would be said twice', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    server.answer('message', () => failed(503, 'Out of resource'));

    expect(await call.sendChatMessage('hello')).toEqual({ status: 'failed', result: 'Out of resource' });
    expect(server.paths().filter((path) => path === 'message')).toHaveLength(1);
  });

  test('that waits for the server gives way to a later one about the same thing', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    server.answer('lock', () => failed(503, 'Out of resource'));
    const lock = call.setConferenceLock(true);
    await until(() => expect(server.paths()).toContain('lock'));
    const unlock = call.setConferenceLock(false);

    expect((await unlock).status).toBe('success');
    expect((await lock).status).toBe('failed');
    expect(server.paths().at(-1)).not.toBe('lock');
  });

  test('carries who wants it, as long as the action runs', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    await call.withCause('plugin/raise-hand', () => call.setBuzz());
    await call.clearBuzz();

    expect(server.asked.slice(-2).map(({ path, headers }) => [path, headers['plenum-cause']])).toEqual([
      ['participants/me/buzz', 'plugin/raise-hand'], ['participants/me/clearbuzz', undefined]]);
  });

  test('carries who wants it also where only whoever contains plugins can tell, and so does all of a call that a plugin makes', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    let running: string | undefined = 'plugin/later';
    PexRTC.causeOfNow = () => running;
    try {
      await call.setBuzz();
      running = undefined;
      await call.clearBuzz();
      expect(server.asked.slice(-2).map(({ headers }) => headers['plenum-cause'])).toEqual(['plugin/later', undefined]);
      running = 'plugin/second';
      const { length } = server.asked;
      const second = joined(server);
      running = undefined;
      await (await second).setBuzz();
      const asked = server.asked.slice(length).filter(({ path }) => path !== 'events');
      expect(asked.map(({ path }) => path)).toEqual(expect.arrayContaining(['request_token', 'participants/me/buzz']));
      expect(new Set(asked.map(({ headers }) => headers['plenum-cause']))).toEqual(new Set(['plugin/second']));
    } finally {
      PexRTC.causeOfNow = null;
    }
  });

  test('is heard though somebody put another fetch into the page', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no')));
    try {
      expect((await call.setConferenceLock(true)).status).toBe('success');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('outside a call is refused', async () => {
    expect(await new PexRTC().setConferenceLock(true)).toEqual({ status: 'failed', result: 'Not in a call' });
  });
});

describe('Calling somebody', () => {
  test('hands over who was called', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    server.answer('dial', () => success(['bob']));
    const called = vi.fn();
    await call.dialOut('rtmp://x', 'rtmp', 'guest', called, { streaming: true });

    expect(called).toHaveBeenCalledWith({ status: 'success', result: ['bob'] });
    expect(server.asked.at(-1)?.body).toEqual({ destination: 'rtmp://x', protocol: 'rtmp', role: 'GUEST', streaming: 'yes' });
  });

  test('hands over nobody and why, when it failed', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    server.answer('dial', () => failed(403, 'Invalid role'));
    const called = vi.fn();
    await call.dialOut('a@b', 'sip', 'host', called, 'https://slides');

    expect(called).toHaveBeenCalledWith({ status: 'failed', result: [], detail: 'Invalid role' });
    expect(server.asked.at(-1)?.body).toMatchObject({ role: 'HOST', presentation_uri: 'https://slides' });
  });
});

describe('Muting oneself', () => {
  test('turns round without an argument, answers what is now, and tells the server', async () => {
    const server = await conferenceServer();
    const call = await joined(server);

    expect([call.muteAudio(), call.muteAudio(), call.muteAudio(true), call.muteVideo(), call.mutedVideo]).toEqual([true, false, true, true, true]);
    await until(() => expect(server.paths()).toEqual(expect.arrayContaining(['participants/me/client_unmute', 'participants/me/video_muted'])));
    expect(call.call?.mutedAudio).toBe(true);
  });
});

describe('Requests of one\'s own', () => {
  test('go to any path, with or without a slash before it', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    server.answer('available_layouts', () => success(['1:0']));
    const [layouts, muted] = [vi.fn(), vi.fn()];
    await call.sendRequest('/available_layouts', null, layouts, 'GET');
    await call.sendRequest('participants/bob/overlaytext', { text: 'Bob' }, muted);

    expect(layouts).toHaveBeenCalledWith({ status: 'success', result: ['1:0'] });
    expect(server.asked.at(-1)).toMatchObject({ path: 'participants/bob/overlaytext', body: { text: 'Bob' } });
  });
});
