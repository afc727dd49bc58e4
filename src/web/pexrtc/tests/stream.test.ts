// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { Conversation } from '../src/Conversation';
import { EventStream } from '../src/EventStream';
import { joined, person } from './calls';
import { conferenceId, conferenceServer, failed, seat, success, until } from './conferenceServer';

describe('An event stream that breaks off', () => {
  test('goes on from the last thing that was heard', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const states: string[] = [];
    call.onConnectionState = ({ state }) => states.push(state);
    const heard = (call.onChatMessage = vi.fn());
    server.streams[0]!.send('message_received', { type: 'text/plain', payload: 'one' }, `${conferenceId}:7`);
    server.streams[0]!.send('presentation_frame', null, '99');
    await until(() => expect(heard).toHaveBeenCalledOnce());
    server.streams[0]!.end();
    await until(() => expect(server.streams).toHaveLength(2));

    expect(server.streams[1]!.query.get('since')).toBe(`${conferenceId}:7`);
    await until(() => expect(states).toEqual(['reconnecting', 'connected']));
  });

  test('and begins anew replaces the roster: who left meanwhile is told to have left', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const gone = (call.onParticipantDelete = vi.fn());
    const sync = (index: number, ...people: string[]): void => {
      server.streams[index]!.send('participant_sync_begin', null);
      people.forEach((uuid) => server.streams[index]!.send('participant_create', person(uuid)));
      server.streams[index]!.send('participant_sync_end', null);
    };
    sync(0, 'me', 'bob', 'cid');
    await until(() => expect(Object.keys(call.rosterList)).toHaveLength(3));
    server.cut();
    await until(() => expect(server.streams).toHaveLength(2));
    sync(1, 'me', 'cid', 'dan');

    await until(() => expect(Object.keys(call.rosterList)).toEqual(['me', 'cid', 'dan']));
    expect(gone.mock.calls).toEqual([[{ uuid: 'bob' }]]);
  });

  test('without a word for two heartbeats is opened again', async () => {
    const server = await conferenceServer();
    const ending = new AbortController();
    const line = new Conversation(server.url, 'meet.demo', ending.signal);
    line.token = 'token-1';
    const broken = vi.fn();
    const stream = new EventStream(line, { hear: vi.fn(), open: vi.fn(), broken, renew: () => Promise.resolve(true) }, conferenceId, 40);
    const following = stream.follow();

    await until(() => expect(server.streams.length).toBeGreaterThan(1));
    expect(broken).toHaveBeenCalledWith('silent');
    ending.abort();
    expect(await following).toBe('left');
  });

  test('of a server that promised more heartbeats is missed sooner', async () => {
    const server = await conferenceServer();
    server.answer('request_token', () => success({ ...seat, plenum: { ...seat.plenum, heartbeat: 0.05 } }));
    const call = await joined(server);
    const states: string[] = [];
    call.onConnectionState = ({ state }) => states.push(state);

    await until(() => expect(states.slice(0, 2)).toEqual(['reconnecting', 'connected']));
  });

  test('because another took its place does not fight for it', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const over = (call.onDisconnect = vi.fn());
    server.streams[0]!.send('superseded', null);

    await until(() => expect(over).toHaveBeenCalledWith('Connected elsewhere as the same participant'));
    expect(server.streams).toHaveLength(1);
    expect(server.paths()).not.toContain('release_token');
  });

  test('and is refused asks for a new token first', async () => {
    const server = await conferenceServer();
    await joined(server);
    let refusals = 0;
    server.answer('events', () => (refusals++ ? undefined : failed(403, 'Invalid token')));
    server.cut();

    await until(() => expect(server.streams).toHaveLength(2));
    expect(server.streams[1]!.token).toBe('token-2');
  });
});

describe('A server that knows the participant no more', () => {
  test('ends the call', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    const over = (call.onDisconnect = vi.fn());
    server.answer('refresh_token', () => failed(403, 'Invalid token'));
    server.streams[0]!.send('refresh_token', null);

    await until(() => expect(over).toHaveBeenCalledWith('Could not reconnect to the meeting'));
  });

  test('while one that cannot be asked does not', async () => {
    const server = await conferenceServer();
    const call = await joined(server);
    let asked = 0;
    server.answer('refresh_token', () => (asked++ < 2 ? failed(503, 'Out of resource') : success({ token: 'token-3', expires: '120', role: 'GUEST' })));
    const role = (call.onRoleUpdate = vi.fn());
    server.streams[0]!.send('refresh_token', null);

    await until(() => expect(call.token).toBe('token-3'));
    expect(role).toHaveBeenCalledWith('GUEST');
  });
});
