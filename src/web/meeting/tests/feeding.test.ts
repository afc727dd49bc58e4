// @vitest-environment jsdom
import type { ParticipantBody, PexRTC } from '@plenum/pexrtc';
import { firstValueFrom } from 'rxjs';
import { expect, test, vi } from 'vitest';
import { feedAnew } from '../src/feeding';
import { createRoster } from '../src/roster';
import { raw } from './people';

/** A call with three people in its roster, heard as the app hears it. */
function heard() {
  const told = { came: vi.fn(), went: vi.fn(), changed: vi.fn() };
  const roster = createRoster(() => 'me', told);
  const rosterList: Record<string, ParticipantBody> = Object.fromEntries(['me', 'ada', 'bot'].map((uuid) => [uuid, raw({ uuid, display_name: uuid })]));
  const pexrtc = {
    uuid: 'me', rosterList,
    onParticipantCreate: (one: ParticipantBody) => roster.put(one),
    onParticipantUpdate: (one: ParticipantBody) => roster.put(one),
  };
  roster.beginSync();
  Object.values(rosterList).forEach(pexrtc.onParticipantCreate);
  roster.endSync();
  feedAnew(pexrtc as unknown as PexRTC, roster);
  const names = async () => {
    await Promise.resolve();
    roster.settle();
    return (await firstValueFrom(roster.attendees$)).map(({ name }) => name).sort();
  };
  return { pexrtc, roster, told, names };
}

test('A handler that hides some hides those, too, who were there before it, and nobody is said to have left', async () => {
  const { pexrtc, told, names } = heard();
  const create = pexrtc.onParticipantCreate;
  pexrtc.onParticipantCreate = (one) => one.uuid === 'bot' || create(one);
  expect(await names()).toEqual(['ada', 'me']);
  expect([told.came, told.went].map((tell) => tell.mock.calls.length)).toEqual([0, 0]);
  pexrtc.onParticipantCreate = create;
  expect(await names()).toEqual(['ada', 'bot', 'me']);
});

test('A handler of updates that renames has everybody renamed, once, and the call keeps what it knows', async () => {
  const { pexrtc, names } = heard();
  const update = pexrtc.onParticipantUpdate;
  const seen: string[] = [];
  pexrtc.onParticipantUpdate = (one) => {
    seen.push(one.uuid);
    one.display_name = 'nobody';
    update(one);
  };
  expect(await names()).toEqual(['nobody', 'nobody', 'nobody']);
  expect(seen).toEqual(['me', 'ada', 'bot']);
  expect(pexrtc.rosterList['ada']?.display_name).toBe('ada');
});

test('Oneself stays, whatever a handler keeps to itself', async () => {
  const { pexrtc, names } = heard();
  pexrtc.onParticipantCreate = () => undefined;
  expect(await names()).toEqual(['me']);
});

test('A handler that throws is reported, and keeps the next person from nothing', async () => {
  const { pexrtc, names } = heard();
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const create = pexrtc.onParticipantCreate;
  pexrtc.onParticipantCreate = (one) => {
    create(one);
    if (one.uuid === 'ada') throw new Error('no');
  };
  expect(await names()).toEqual(['ada', 'bot', 'me']);
  expect(reported).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});

test('While a sync runs, that alone tells of the people', async () => {
  const { pexrtc, roster, names } = heard();
  roster.beginSync();
  const fed = vi.fn();
  pexrtc.onParticipantCreate = fed;
  await names();
  expect(fed).not.toHaveBeenCalled();
});
