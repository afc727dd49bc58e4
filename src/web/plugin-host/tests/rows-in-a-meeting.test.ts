// @vitest-environment jsdom
import { filter, firstValueFrom } from 'rxjs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMeeting, type Meeting } from '@plenum/meeting';
import { raw } from '../../meeting/tests/people';
import { conferenceServer, until, type ConferenceServer } from '../../pexrtc/tests/conferenceServer';
import { ofAMeeting, readBranding } from './fixtures';
import { clearStages, stage, type Stage } from './stage';

type Row = Record<string, unknown>;

const files = readBranding('rows');
const all = JSON.parse(files['rows.json']!) as { number: number; plugin: string; sentence: string }[];
const covered = new Set<number>();
const row = (number: number): Row => (globalThis as unknown as { rows: Record<string, Row> }).rows[String(number)]!;

let server: ConferenceServer;
let meeting: Meeting;
let made: Stage;
let said: string[];

/** A meeting of the app's own, which hears a server: nothing is put into its mouth. */
const entered = async (plugin: string) => {
  server = await conferenceServer();
  meeting = createMeeting({ prepare: () => made.host.load(), dismiss: () => made.host.unload() });
  made = stage({ ...files, 'settings.json': JSON.stringify({ plugins: [{ id: plugin, srcURL: `plugins/${plugin}/plugin.json`, enabled: true }] }) }, { meeting });
  said = [];
  meeting.actions$.subscribe(({ type }) => said.push(type));
  const connected = firstValueFrom(meeting.actions$.pipe(filter(({ type }) => type === '[Conference] Set remote call type')));
  meeting.join({ alias: 'meet.demo', name: 'Ann', node: server.url, media: { microphone: null, camera: null, muteMicrophone: true, muteCamera: true } });
  await until(() => expect(server.streams.length).toBe(1));
  send('participant_sync_begin', null);
  for (const uuid of ['me', 'a', 'ghost']) send('participant_create', somebody(uuid));
  send('participant_create', somebody('h', { display_name: 'hidden' }));
  send('participant_sync_end', null);
  send('conference_update', { locked: false, guests_muted: false, started: true, chat_enabled: true });
  await connected;
  expect(made.plugin(plugin)).toMatchObject({ state: 'loaded', lastFault: null });
};

/** Each fixture runs by itself. */
const promise = (number: number, check: () => Promise<void>) => {
  const { plugin, sentence } = all.find((one) => one.number === number)!;
  it(`${number}. ${sentence}`, async () => {
    await entered(plugin);
    await check();
    covered.add(number);
  });
};

const somebody = (uuid: string, more: object = {}) => raw({ uuid, role: uuid === 'me' ? 'chair' : 'guest', ...more });
const send = (event: string, data: unknown) => server.streams[0]!.send(event, data);
const say = (payload: string, more: object = {}) => send('message_received', { type: 'text/plain', origin: 'a', uuid: 'a', payload, ...more });
const names = async () => (await firstValueFrom(meeting.attendees$)).map(({ name }) => name).sort();
const press = async (number: number) => (await made.item(`row ${number}`)).run();
const messages = async () => (await firstValueFrom(meeting.messages$)).map(({ text }) => text);
const asked = (path: string) => server.asked.filter((one) => one.path === path).map(({ body }) => body);

describe('What public plugins rely on of a meeting', () => {
  beforeEach(() => Object.assign(globalThis, { rows: {} }));
  afterEach(() => {
    meeting.leave();
    clearStages();
  });
  afterAll(() => expect([...covered]).toEqual(ofAMeeting));

  promise(32, () => until(async () => expect((await firstValueFrom(made.host.menus$)).toolbar).toEqual([])));
  promise(44, async () => expect(row(44)['uuid']).toBe('me'));
  promise(45, async () => {
    meeting.pexrtc?.onError?.('Out of resource');
    expect(row(45)['msg']).toBe('Out of resource');
  });
  promise(46, async () => {
    meeting.leave();
    expect(row(46)['heard']).toBe(1);
  });
  promise(47, async () => expect(row(47)['seen']).toEqual(['inside']));
  promise(48, async () => {
    send('participant_update', somebody('a', { is_muted: 'YES' }));
    await until(() => expect(row(48)['payload']).toEqual({ uuid: 'a', muted: true }));
  });
  promise(49, async () => {
    send('participant_update', somebody('a', { overlay_text: 'new' }));
    await until(() => expect(row(49)['raw']).toMatchObject({ uuid: 'a', overlay_text: 'new', display_name: 'a' }));
  });
  promise(50, async () => {
    expect(row(50)['has']).toMatchObject({ name: 'Demo', node: expect.stringContaining('127.0.0.1'), role: 'HOST', uuid: 'me' });
    await press(50);
    await until(() => {
      expect(asked('participants/a/overlaytext')).toEqual([{ text: 'row 50' }]);
      expect(asked('participants/a/message')).toEqual([{ type: 'text/plain', payload: 'to you alone' }]);
      expect(server.paths()).toContain('participants/me/client_unmute');
    });
  });
  promise(51, async () => {
    say('to you', { direct: true });
    say('to all');
    await until(() => expect(row(51)['heard']).toEqual(['to you']));
    await until(async () => expect(await messages()).toEqual(['to all']));
  });
  promise(52, async () => {
    send('participant_delete', { uuid: 'ghost' });
    send('participant_delete', { uuid: 'a' });
    await until(() => expect(row(52)['gone']).toEqual(['ghost', 'a']));
    await until(async () => expect(await names()).toEqual(['ghost', 'hidden', 'me']));
  });
  promise(53, () => until(async () => expect(await names()).toEqual(['a', 'ghost', 'me'])));
  promise(60, async () => {
    await press(60);
    await until(() => expect(asked('message')).toEqual([{ type: 'application/json', payload: '{"row":60}' }]));
    say('{"x":1}', { type: 'application/json' });
    say('<b>', { type: 'text/html' });
    await until(() => expect(row(60)['heard']).toEqual([['application/json', '{"x":1}'], ['text/html', '<b>']]));
    expect(await messages()).toEqual([]);
  });
  it('hears of a microphone that is muted while joining', async () => {
    await entered('61-dispatched-message');
    expect(said.filter((type) => /Mute|Connect|Self/.test(type))).toEqual([
      '[Conference] Set Self UUID', '[Conference] Mute Microphone', '[Conference] Mute Camera', '[Conference] Connect Success',
    ]);
  });
  promise(61, async () => {
    await press(61);
    await until(() => expect(asked('message')).toEqual([{ type: 'text/plain', payload: 'row 61' }]));
    expect(await messages()).toEqual(['row 61']);
  });
});
