// @vitest-environment jsdom
import { firstValueFrom } from 'rxjs';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ofAMeeting, ofThePage, readBranding } from './fixtures';
import { clearStages, person, stage, turns, type Stage } from './stage';

type Row = Record<string, any>;

const files = readBranding('rows');
const all = JSON.parse(files['rows.json']!) as { number: number; plugin: string; sentence: string }[];
const covered = new Set<number>();
const invited: unknown[] = [];
let made: Stage;

const row = (number: number): Row => (globalThis as unknown as { rows: Record<string, Row> }).rows[String(number).padStart(2, '0')]!;
const settings = JSON.parse(files['settings.json']!) as { plugins: { id: string }[] };

/** Each fixture runs by itself, as if it were the only plugin of the branding. */
const promise = (number: number, check: () => Promise<void>) => {
  const { plugin, sentence } = all.find((one) => one.number === number)!;
  it(`${number}. ${sentence}`, async () => {
    const listed = settings.plugins.filter(({ id }) => id.startsWith(String(number).padStart(2, '0')));
    made = stage({ ...files, 'settings.json': JSON.stringify({ plugins: listed }), '../icons.svg': '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="mic-off" viewBox="0 0 9 9"><path d="M1 1h1z"/></symbol></svg>' }, {
      queryParams: () => ({ redirect: 'x y' }),
      invite: (...wanted) => invited.push(wanted),
      answer: (path) => ({ status: 'success', result: path === 'dial' && made.asked.length > 1 ? ['u'] : [] }),
    });
    made.participants$.next([person('me', { role: 'chair' }), person('a'), person('b')]);
    await made.host.load();
    if (number !== 36) expect(made.plugin(plugin)).toMatchObject({ state: 'loaded', lastFault: null });
    await check();
    covered.add(number);
  });
};

const loads = async () => {};
const icon = (label: string, part: string) => async () => void (await vi.waitFor(async () => expect((await made.item(label)).icon).toContain(part)));
const press = async (number: number, place?: string) => (await made.item(`row ${number}`, place)).run();
const dialogs = () => [...document.querySelectorAll<HTMLElement>('[role=dialog]')];
const labelsFor = async (uuid: string) => (await firstValueFrom(made.host.menus$)).participant(uuid).map((item) => item.label);

describe('What public plugins rely on', () => {
  beforeEach(() => Object.assign(globalThis, { rows: {} }));
  afterEach(clearStages);
  afterAll(() => {
    const missing = all.filter(({ number }) => !covered.has(number)).map(({ number }) => number);
    console.info(`webapp2-plugins: ${covered.size} of ${all.length} rows hold here; in a real meeting: ${ofAMeeting.join(', ')}; in the browser's tests: ${ofThePage.join(', ')}`);
    expect(missing).toEqual([...ofThePage, ...ofAMeeting].sort((a, b) => a - b));
  });

  promise(2, icon('row 02', 'M4 4h16'));
  promise(3, icon('row 03', 'M4 4h16'));
  promise(4, icon('row 04', 'M4 4h16'));
  promise(5, icon('row 05', 'M1 1h1z'));
  promise(6, loads);
  promise(7, async () => expect(made.plugin('07-text-version').version).toBe('1.0.0'));
  for (const number of [8, 9, 10]) promise(number, async () => expect(row(number)['loaded']).toBe(true));
  promise(11, icon('row 11', 'M4 4h16'));
  promise(12, icon('row 12', 'M1 1h6'));
  promise(13, async () => {
    await made.item('row 13 a', 'a');
    expect(await labelsFor('me')).toEqual([]);
    (await made.item('row 13 a', 'a')).run();
    expect(row(13)['participant']).toMatchObject({ uuid: 'a', name: 'a' });
  });
  promise(14, icon('row 14', 'M4 4h16'));
  promise(15, async () => expect(made.plugin('15-three-ids-package').problems.map(({ text }) => text)).toEqual([
    'The id here is 15-three-ids-package, but settings.json says 15-three-ids-settings',
    'It registered as 15-three-ids-registered, but its package file says 15-three-ids-package',
  ]));
  promise(16, async () => {
    expect(row(16)['guests']).toBe(2);
    made.me$.next({ uuid: 'me', role: 'guest' });
    await made.until((plugin) => plugin.state === 'not-for-role', '16-chair-only');
    expect(row(16)['unloaded']).toBe(true);
    made.me$.next({ uuid: 'me', role: 'chair' });
    await made.until((plugin) => plugin.state === 'loaded', '16-chair-only');
  });
  promise(17, async () => {
    (await made.item('row 17 off')).run();
    await made.item('row 17 on');
  });
  promise(18, async () => {
    await made.item('row 18 a', 'a');
    expect(await labelsFor('b')).toEqual([]);
    expect(await labelsFor('me')).toEqual(['row 18 everybody']);
  });
  promise(19, async () => expect(row(19)['seen']).toEqual(['first', 'second']));
  promise(20, async () => {
    await press(20);
    const [people, conference] = row(20)['args'];
    expect(people.map((one: { uuid: string }) => one.uuid)).toEqual(['me', 'a', 'b']);
    expect(conference).toMatchObject({ locked: false, started: true });
  });
  promise(21, async () => {
    await press(21, 'b');
    expect(row(21)['args']).toEqual([person('b')]);
  });
  promise(22, async () => {
    await press(22, 'conference');
    expect(row(22)['args']).toEqual([expect.objectContaining({ mediaType: 'video' })]);
  });
  promise(23, async () => {
    await press(23);
    expect(dialogs().map((one) => one.querySelector('h2')?.textContent)).toEqual(['', 'row 23', 'row 23 z']);
    expect(dialogs().map((one) => one.querySelector('.pex-dialog-close') !== null)).toEqual([true, false, true]);
    expect(dialogs().map((one) => one.parentElement?.style.zIndex)).toEqual(['', '2000', '3000']);
    await vi.waitFor(() => expect(row(23)['ref']).toBeDefined());
  });
  promise(24, async () => {
    await press(24);
    await vi.waitFor(() => expect(row(24)['seen']).toEqual(expect.arrayContaining(['then', 'subscribe'])));
    expect(dialogs().length).toBe(1);
  });
  promise(25, async () => {
    await press(25);
    await vi.waitFor(() => expect(row(25)['seen']).toEqual(['viewInit x', 'closed']));
  });
  promise(26, async () => {
    await press(26);
    await vi.waitFor(() => expect(row(26)['found']).toBe(true));
  });
  promise(27, async () => {
    await press(27);
    document.getElementById('row27')!.click();
    await vi.waitFor(() => expect(made.asked).toEqual([expect.objectContaining({ path: 'transform_layout', payload: { transforms: { layout: '4:0' } }, cause: 'plugin/27-dialog-inline' })]));
  });
  promise(28, async () => {
    await press(28);
    expect(document.querySelector('iframe#row28')).not.toBeNull();
  });
  promise(29, async () => {
    await press(29);
    await vi.waitFor(() => expect(made.asked.map(({ path, payload }) => [path, payload])).toEqual([
      ['muteguests', null], ['participants/u/video_muted', null], ['participants/u/overlaytext', { text: 'x' }],
      ['participants/u/transfer', { conference_alias: 'b', role: 'guest', pin: '' }],
    ]));
    await vi.waitFor(() => expect(row(29)['answers']).toEqual(['success']));
  });
  promise(30, async () => {
    await press(30);
    await vi.waitFor(() => expect([row(30)['result'], row(30)['second']]).toEqual([[], ['u']]));
    expect(made.asked.map(({ payload }) => payload)).toEqual([
      { destination: 'rtmp://nowhere', protocol: 'rtmp', role: 'GUEST', streaming: 'yes' }, { destination: 'sip:a@b', protocol: 'sip', role: 'HOST' },
    ]);
  });
  promise(31, async () => {
    await press(31);
    await vi.waitFor(() => expect(made.asked.map(({ payload }) => payload)).toEqual([
      { transforms: { layout: '1:7', enable_overlay_text: true } }, { transforms: {} }, { transforms: { layout: '4:0' } },
    ]));
    expect(made.plugin('31-layouts').problems.map(({ text }) => text).filter((text) => text.includes('deprecated')).length).toBe(1);
  });
  promise(33, async () => {
    await press(33);
    expect(invited).toEqual([['other', '1234']]);
  });
  promise(34, async () => {
    await press(34);
    await vi.waitFor(() => expect(made.said).toEqual(['row 34 text', 'row 34 object']));
  });
  promise(35, async () => {
    await press(35);
    await vi.waitFor(() => expect(made.asked.map(({ path }) => path)).toEqual(['participants/u/spotlighton', 'participants/u/spotlightoff', 'participants/u/disconnect']));
  });
  promise(36, async () => expect(made.plugin('36-throwing-load')).toMatchObject({ state: 'failed', running: true, why: 'load: Error: row 36' }));
  promise(37, async () => {
    const select = () => made.actions$.next({ type: '[Timeline] Select Event', payload: { action: { type: '[Participant] Connect Success', payload: { name: 'Ada' } } } });
    select();
    made.actions$.next({ type: '[Conference] Buzz Changed', payload: { buzzTime: 1, name: 'Bob' } });
    made.actions$.next({ type: '[Conference] Buzz Changed', payload: { buzzTime: 1, name: 'Eve' } });
    made.actions$.next({ type: '[Conference] Disconnect' });
    select();
    expect(row(37)['seen']).toEqual(['Ada', 'Bob']);
  });
  promise(38, async () => expect(row(38)['name']).toBe('[Conference] Disconnect Success'));
  promise(39, async () => {
    const seen: string[] = [];
    made.actions$.subscribe(({ type }) => seen.push(type));
    made.actions$.next({ type: '[Conference] Connect Success' });
    expect(seen).toEqual(expect.arrayContaining(['[Conference] Mute Camera', '[Conference] Mute Microphone']));
  });
  promise(40, async () => expect(row(40)).toMatchObject({ uuid: 'me', query: 'redirect=x+y', redirect: 'x y' }));
  promise(41, async () => {
    const heard: object[] = [];
    made.call.onParticipantCreate = (raw) => heard.push(raw);
    made.actions$.next({ type: '[Conference] Connect Success' });
    made.call.onParticipantCreate({ display_name: 'Ada' });
    expect(heard).toEqual([{ display_name: 'anonymous' }]);
  });
  promise(42, async () => {
    await turns();
    expect(row(42)['found']).toBe(true);
  });
  promise(54, async () => expect(row(54)['loaded']).toBe(true));
});
