// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Attendee } from '../src/attendee';
import type { Participant } from '../src/participant';
import { createRoster, type Roster } from '../src/roster';
import { raw } from './people';

describe('The roster', () => {
  let told: string[];
  let roster: Roster;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] });
    told = [];
    roster = createRoster(() => 'me', {
      came: (one) => told.push(`came ${one.uuid}`),
      went: (one) => told.push(`went ${one.uuid}`),
      changed: (before, now) => told.push(`changed ${before.muted}->${now.muted}`),
    });
  });

  afterEach(() => {
    roster.stop();
    vi.useRealTimers();
  });

  const names = () => {
    let last: readonly Attendee[] = [];
    roster.attendees$.subscribe((list) => (last = list)).unsubscribe();
    return last.map((one) => one.name);
  };

  test('shows everybody of a sync at once, and tells of none of them', () => {
    roster.beginSync();
    roster.put(raw({ uuid: 'me' }));
    roster.put(raw({ uuid: 'ada' }));
    expect(names()).toEqual([]);
    roster.endSync();
    expect(names()).toEqual(['me', 'ada']);
    expect(told).toEqual([]);
  });

  test('tells who comes and goes afterwards, but not of oneself', () => {
    roster.put(raw({ uuid: 'me' }));
    roster.put(raw({ uuid: 'ada' }));
    roster.remove('ada');
    roster.remove('me');
    expect(told).toEqual(['came ada', 'went ada']);
  });

  test('drops whoever a second sync does not name, without telling', () => {
    roster.put(raw({ uuid: 'ada' }));
    roster.put(raw({ uuid: 'bob' }));
    told.length = 0;
    roster.beginSync();
    roster.put(raw({ uuid: 'bob' }));
    roster.endSync();
    expect(names()).toEqual(['bob']);
    expect(told.filter((line) => line.startsWith('went'))).toEqual([]);
  });

  test('emits once per frame however much happened', () => {
    let emissions = 0;
    roster.attendees$.subscribe(() => emissions++);
    emissions = 0;
    for (let index = 0; index < 100; index++) roster.put(raw({ uuid: `p${index}` }));
    expect(emissions).toBe(0);
    vi.advanceTimersByTime(20);
    expect(emissions).toBe(1);
    expect(names()).toHaveLength(100);
  });

  test('goes on in a hidden page, where no frames come', () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    roster.put(raw({ uuid: 'ada' }));
    vi.advanceTimersByTime(250);
    expect(names()).toEqual(['ada']);
    vi.restoreAllMocks();
  });

  test('keeps the same object for whoever did not change', () => {
    let last: readonly Participant[] = [];
    roster.participants$.subscribe((list) => (last = list));
    roster.put(raw({ uuid: 'ada' }));
    roster.put(raw({ uuid: 'bob' }));
    roster.settle();
    const [ada] = last;
    roster.put(raw({ uuid: 'bob', is_muted: 'YES' }));
    roster.settle();
    expect(last[0]).toBe(ada);
    expect(last[1]?.muted).toBe(true);
    expect(told).toContain('changed false->true');
  });

  test('shows who speaks, and drops the speech of whom it does not know yet', () => {
    roster.put(raw({ uuid: 'ada' }));
    roster.stage([
      { participant_uuid: 'ada', stage_index: 0, vad: 80 },
      { participant_uuid: 'stranger', stage_index: 1, vad: 10 },
    ]);
    roster.settle();
    expect(roster.find('ada')).toMatchObject({ vad: 80, stageIndex: 0 });
    roster.put(raw({ uuid: 'stranger' }));
    expect(roster.find('stranger')).toMatchObject({ vad: 0, stageIndex: -1 });
    roster.stage([]);
    expect(roster.find('ada')).toMatchObject({ vad: 0, stageIndex: -1 });
  });
});
