// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { joined, person } from './calls';
import { conferenceServer, failed, seat, success, until } from './conferenceServer';

describe('Callbacks', () => {
  test('are looked up when they are told, so a plugin may replace them', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const first = (call.onParticipantCreate = vi.fn());
    server.streams[0]!.send('participant_create', person('bob'));
    await until(() => expect(first).toHaveBeenCalledOnce());
    const second = vi.fn();
    call.onParticipantCreate = second;
    server.streams[0]!.send('participant_create', person('cid'));

    await until(() => expect(second).toHaveBeenCalledWith(expect.objectContaining({ uuid: 'cid' })));
    expect(first).toHaveBeenCalledOnce();
  });

  test('that fail are put down to their owner, and the call goes on', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const blamed = vi.fn();
    vi.stubGlobal('reportError', blamed);
    call.onChatMessage = () => { throw new Error('a plugin'); };
    server.streams[0]!.send('message_received', { type: 'text/plain', payload: 'x' });
    server.streams[0]!.send('participant_create', person('bob'));

    await until(() => expect(call.rosterList['bob']).toBeDefined());
    expect(blamed).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  test('tell chat, direct words and objects apart', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const [chat, direct, object, plenum] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    Object.assign(call, { onChatMessage: chat, onDirectMessage: direct, onApplicationMessage: object, onPlenum: plenum });
    const say = (type: string, payload: string, isDirect = false): void =>
      server.streams[0]!.send('message_received', { type, payload, origin: 'Bob', uuid: 'bob', direct: isDirect });
    say('text/plain', 'to all');
    say('text/plain', 'to you', true);
    say('application/json', '{"a":1}');
    server.streams[0]!.send('plenum', { name: 'ui', payload: 2 });

    await until(() => expect(plenum).toHaveBeenCalledWith({ name: 'ui', payload: 2 }));
    expect(chat.mock.calls.map(([{ payload }]) => payload)).toEqual(['to all']);
    expect(direct.mock.calls.map(([{ payload }]) => payload)).toEqual(['to you']);
    expect(object.mock.calls.map(([{ payload }]) => payload)).toEqual([{ a: 1 }]);
  });

  test('tell of a change of one\'s own role', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const role = (call.onRoleUpdate = vi.fn());
    server.streams[0]!.send('participant_update', person('me', 'guest'));

    await until(() => expect(role).toHaveBeenCalledWith('GUEST'));
    expect(call.role).toBe('GUEST');
  });
});

describe('Being sent to another conference', () => {
  const refer = { alias: 'meet.other', token: 'ticket' };

  test('brings one there with the ticket, and gives the old seat back afterwards', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const transfer = (call.onCallTransfer = vi.fn());
    server.answer('request_token', ({ body }) => (JSON.stringify(body).includes('"ticket"') ? success({ ...seat, token: 'there', participant_uuid: 'me-there' }) : failed(403, 'no')));
    server.streams[0]!.send('refer', refer);

    await until(() => expect(server.streams).toHaveLength(2));
    expect(transfer).toHaveBeenCalledWith('meet.other');
    expect([call.uuid, call.conference]).toEqual(['me-there', 'meet.other']);
    expect(server.paths().indexOf('release_token')).toBeGreaterThan(server.paths().lastIndexOf('request_token'));
  });

  test('leaves one where one is when the ticket is void', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const log = (call.onLog = vi.fn());
    server.answer('request_token', () => failed(403, 'Invalid token'));
    server.streams[0]!.send('refer', refer);

    await until(() => expect(log).toHaveBeenCalledWith('The transfer came to nothing: Invalid token'));
    expect([call.uuid, call.state]).toEqual(['me', 'ACTIVE']);
  });
});
