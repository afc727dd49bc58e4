// @vitest-environment node
/// <reference path="../../pexrtc/tests/node.d.ts" />
import { afterEach, describe, expect, test, vi } from 'vitest';
import { conferenceServer, failed, seat, success, until, type ConferenceServer } from '../../pexrtc/tests/conferenceServer';
import { createMeeting, type JoinWish, type MediaWish, type Meeting } from '../src';
import { raw } from './people';

const noMedia: MediaWish = { microphone: null, camera: null, muteMicrophone: false, muteCamera: false };

/** A page that is looked at, as far as the client asks for one. */
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
vi.stubGlobal('window', page);
vi.stubGlobal('document', page);

let asleep = 0;
const clock = Date.now;
vi.spyOn(Date, 'now').mockImplementation(() => clock() + asleep);

const meetings: Meeting[] = [];
afterEach(() => {
  meetings.splice(0).forEach((meeting) => meeting.leave());
  asleep = 0;
});

/** A laptop that is opened again: the clock has gone on, and its owner looks at the page. */
function sleep(seconds: number): void {
  asleep += seconds * 1000;
  page.dispatchEvent(new Event('visibilitychange'));
}

/** A server with a PIN that seats everybody anew, and the person of its latest seat in the room. */
async function serverWithPin(): Promise<ConferenceServer> {
  const server = await conferenceServer();
  let seats = 0;
  server.answer('request_token', ({ headers: { pin } }) =>
    pin === '4711' ? success({ ...seat, token: `token-${++seats}`, participant_uuid: `me-${seats}` }) : failed(403, { pin: 'required', guest_pin: 'none', version: seat.version }));
  return server;
}

async function inside(server: ConferenceServer, stream: number): Promise<void> {
  await until(() => expect(server.streams.length).toBeGreaterThan(stream));
  const { send } = server.streams[stream]!;
  send('participant_sync_begin', null);
  send('participant_create', raw({ uuid: `me-${stream + 1}`, role: 'chair' }));
  send('participant_sync_end', null);
}

async function joined(server: ConferenceServer, more: Partial<JoinWish> = {}): Promise<{ meeting: Meeting; went: string[] }> {
  const meeting = createMeeting();
  meetings.push(meeting);
  const went: string[] = [];
  meeting.state$.subscribe((state) => went.push(state.at));
  meeting.join({ alias: 'weekly', name: 'Ann', node: server.url, media: noMedia, ...more });
  await until(() => expect(went.at(-1)).toBe('pin'));
  meeting.givePin('4711');
  await inside(server, 0);
  await until(() => expect(went.at(-1)).toBe('inside'));
  went.length = 0;
  return { meeting, went };
}

const forget = (server: ConferenceServer): void => server.answer('refresh_token', () => failed(403, 'Invalid token'));

test('Somebody who was removed while they were away is told so, and does not come back by themselves', async () => {
  const server = await serverWithPin();
  const { meeting, went } = await joined(server);
  const knocks = (): number => server.paths().filter((path) => path === 'request_token').length;
  const before = knocks();
  server.answer('refresh_token', () => ({ ...failed(403, 'Invalid token'), plenum: { departed: 'Disconnected by another participant' } }));
  sleep(600);

  await until(() => expect(went).toEqual(['left']));
  let last: unknown;
  meeting.state$.subscribe((state) => (last = state)).unsubscribe();
  expect(last).toMatchObject({ at: 'left', departure: { how: 'removed', text: 'Disconnected by another participant' } });
  expect(knocks()).toBe(before);
});

describe('Somebody whose laptop slept until the server forgot them', () => {
  test('is back inside by themselves, with the PIN, the name and the devices as they are now', async () => {
    const server = await serverWithPin();
    const { meeting, went } = await joined(server, { devices: () => ({ ...noMedia, muteMicrophone: true }) });
    await meeting.conversation.send('Before the sleep');
    forget(server);
    sleep(600);
    await inside(server, 1);

    await until(() => expect(went).toEqual(['entering', 'inside']));
    expect(server.asked.filter(({ path }) => path === 'request_token').at(-1)).toMatchObject({ headers: { pin: '4711' }, body: { display_name: 'Ann' } });
    expect([meeting.pexrtc?.uuid, meeting.wish?.media.muteMicrophone]).toEqual(['me-2', true]);
    await until(() => expect(server.paths()).toContain('participants/me-2/client_mute'));
    let said: readonly string[] = [];
    meeting.messages$.subscribe((messages) => (said = messages.map(({ text }) => text))).unsubscribe();
    expect(said).toEqual(['Before the sleep']);
    expect(meeting.attendance.stays().map(({ uuid, left }) => [uuid, left === null])).toEqual(expect.arrayContaining([['me-1', false], ['me-2', true]]));
  });

  test('is told when they cannot come back, once', async () => {
    const server = await serverWithPin();
    const { meeting, went } = await joined(server);
    const departures: unknown[] = [];
    meeting.state$.subscribe((state) => state.at === 'left' && departures.push(state.departure));
    forget(server);
    server.answer('request_token', () => failed(403, 'Participant limit reached'));
    sleep(600);

    await until(() => expect(went).toEqual(['entering', 'left']));
    expect(departures).toEqual([{ how: 'lost', text: 'Participant limit reached' }]);
  });

  test('is not sent in circles by a server that forgets them at once, but is brought back after the next sleep', async () => {
    const server = await serverWithPin();
    const { meeting, went } = await joined(server);
    forget(server);
    sleep(600);
    await inside(server, 1);
    await until(() => expect(went).toEqual(['entering', 'inside']));
    sleep(50);
    await until(() => expect(went).toEqual(['entering', 'inside', 'left']));

    meeting.rejoin();
    await inside(server, 2);
    await until(() => expect(went.at(-1)).toBe('inside'));
    went.length = 0;
    sleep(600);
    await inside(server, 3);
    await until(() => expect(went).toEqual(['entering', 'inside']));
  });

  test('of a laptop that slept for less stays the same person', async () => {
    const server = await serverWithPin();
    const { meeting, went } = await joined(server);
    sleep(100);

    await until(() => expect(server.paths()).toContain('refresh_token'));
    expect([meeting.pexrtc?.uuid, went]).toEqual(['me-1', []]);
  });
});
