// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { PexRTC } from '../src';
import { callTo, joined } from './calls';
import { conferenceServer, failed, seat, success, until } from './conferenceServer';

const needsPin = { pin: 'required', guest_pin: 'none', version: seat.version };

describe('Joining a conference', () => {
  test('asks for a token, then for the status, and opens the events with the token in a header', async () => {
    const server = await conferenceServer();
    const call = await joined(server);

    expect(server.paths()).toEqual(['request_token', 'conference_status', 'events']);
    expect(server.streams[0]?.token).toBe('token-1');
    expect(server.streams[0]?.query.get('token')).toBeNull();
    expect([call.uuid, call.role, call.conference_name, call.version]).toEqual(['me', 'HOST', 'Demo', '36 (36.0.0)']);
  });

  test('asks for a PIN where one is needed, and once more after a wrong one', async () => {
    const server = await conferenceServer();
    server.answer('request_token', ({ headers: { pin } }) =>
      pin === undefined ? failed(403, needsPin) : pin === '1234' ? success(seat) : failed(403, 'Invalid PIN'));
    const call = new PexRTC();
    const [setup, error, connected] = [vi.fn(), vi.fn(), vi.fn()];
    Object.assign(call, { onSetup: setup, onError: error, onConnect: connected });

    call.makeCall(server.url, 'meet.demo', 'Ann', 0, 'none');
    await until(() => expect(setup).toHaveBeenCalledWith(null, 'optional'));
    call.connect('1111');
    await until(() => expect(error).toHaveBeenCalledWith('Invalid PIN'));
    call.connect('1234');
    await until(() => expect(connected).toHaveBeenCalledWith(null));
    call.disconnect();
  });

  test('without a PIN means as a guest', async () => {
    const server = await conferenceServer();
    server.answer('request_token', ({ headers: { pin } }) => (pin === 'none' ? success({ ...seat, role: 'GUEST' }) : failed(403, needsPin)));
    const call = callTo(server);

    await until(() => expect(call.role).toBe('GUEST'));
  });

  test('through a reception is asked where to, and then for that conference\'s PIN', async () => {
    const server = await conferenceServer();
    server.answer('request_token', ({ headers: { pin }, body }) => {
      const { conference_extension: extension } = body as { conference_extension?: string };
      if (!extension) return failed(403, { conference_extension: 'required', conference_extension_type: 'standard' });
      return pin === '1234' && extension === 'meet.alice' ? success(seat) : failed(403, needsPin);
    });
    const call = new PexRTC();
    const setup = (call.onSetup = vi.fn());
    call.makeCall(server.url, 'reception', 'Ann', 0, 'none');
    await until(() => expect(setup).toHaveBeenLastCalledWith(null, 'none', 'standard'));
    call.connect(null, 'meet.alice');
    await until(() => expect(setup).toHaveBeenLastCalledWith(null, 'optional'));
    call.connect('1234');

    await until(() => expect(call.state).toBe('ACTIVE'));
    call.disconnect();
  });

  test('passes a full house on and goes in when there is room', async () => {
    const server = await conferenceServer();
    let asked = 0;
    server.answer('request_token', () => (asked++ ? success(seat) : failed(503, 'Out of resource')));

    expect((await joined(server)).uuid).toBe('me');
  });

  test('tells why it was not let in', async () => {
    const server = await conferenceServer();
    server.answer('request_token', () => failed(404, 'Neither conference nor gateway found'));
    const call = callTo(server);
    const error = (call.onError = vi.fn());

    await until(() => expect(error).toHaveBeenCalledWith('Neither conference nor gateway found'));
  });

  test('goes on without media where the server has none, and says so', async () => {
    const server = await conferenceServer();
    server.answer('participants/me/calls', () => ({ status: 500, result: null, text: 'No media here' }));
    const call = callTo(server, undefined, 'recvonly');
    const [connected, unavailable] = [(call.onConnect = vi.fn()), (call.onMediaUnavailable = vi.fn())];

    await until(() => expect(connected).toHaveBeenCalledWith(null));
    // Node has no WebRTC either: what matters is that the stay goes on.
    expect(unavailable).toHaveBeenCalledOnce();
    expect(call.state).toBe('ACTIVE');
  });
});

describe('A server that says that it carries no media', () => {
  const without = { ...seat, plenum: { ...seat.plenum, media: false } };

  test('is not asked for any, and the page is told why', async () => {
    const server = await conferenceServer();
    server.answer('request_token', () => success(without));
    const call = callTo(server, undefined, 'recvonly');
    const [connected, unavailable] = [(call.onConnect = vi.fn()), (call.onMediaUnavailable = vi.fn())];

    await until(() => expect(connected).toHaveBeenCalledWith(null));
    expect(unavailable.mock.calls).toEqual([['This server carries no audio and video']]);
    expect(server.paths().filter((path) => path.includes('calls'))).toEqual([]);
  });

  test('is no news for a page that wants none', async () => {
    const server = await conferenceServer();
    server.answer('request_token', () => success(without));
    const call = callTo(server);
    const [connected, unavailable] = [(call.onConnect = vi.fn()), (call.onMediaUnavailable = vi.fn())];

    await until(() => expect(connected).toHaveBeenCalledWith(null));
    expect(unavailable).not.toHaveBeenCalled();
  });
});

describe('One instance', () => {
  test('is used again after it hung up, with nothing left of the call before', async () => {
    const server = await conferenceServer();
    let seats = 0;
    server.answer('request_token', () => success({ ...seat, token: `token-of-${++seats}` }));
    const call = await joined(server);
    call.disconnect();
    call.makeCall(server.url, 'meet.demo', 'Ann', 0, 'none');
    await until(() => expect(server.streams).toHaveLength(2));

    expect(server.streams[1]?.token).toBe('token-of-2');
    expect(server.asked.find((one) => one.path === 'release_token')).toMatchObject({ headers: { token: 'token-of-1' }, body: { reason: 'User initiated disconnect' } });
    await call.setConferenceLock(true);
    expect(server.asked.at(-1)?.headers['token']).toBe('token-of-2');
  });

  test('that hangs up while it is let in gives the seat back', async () => {
    const server = await conferenceServer();
    const call = callTo(server);
    server.answer('request_token', () => {
      call.disconnect();
      return undefined;
    });
    server.answer('release_token', () => success());
    await until(() => expect(server.paths()).toContain('request_token'));

    expect(call.state).toBe('IDLE');
  });

  test('is found by its name', () => expect(new PexRTC().constructor.name).toBe('PexRTC'));
});
