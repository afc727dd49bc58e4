// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { readPreferences, untouched } from '../src/memory/preferences';
import { readRecent, without, withMeeting } from '../src/memory/recent';
import { changeRecent, followOtherTabs, prefer, preferences, recentMeetings } from '../src/memory/remembered.svelte';
import { drop, keep, recall } from '../src/memory/stored';

beforeEach(() => localStorage.clear());

describe('Recent meetings', () => {
  test('begin with the newest, each once, whatever its case', () => {
    const list = [{ alias: 'a', at: 1 }, { alias: 'b', at: 2 }, { alias: 'A', at: 3 }].reduce(withMeeting, readRecent(null));
    expect(list).toEqual([{ alias: 'A', at: 3 }, { alias: 'b', at: 2 }]);
  });

  test('are twelve at most, and the oldest goes first', () => {
    const list = Array.from({ length: 20 }, (_, at) => ({ alias: `m${at}`, at })).reduce(withMeeting, readRecent(null));
    expect([list.length, list[0]?.alias, list.at(-1)?.alias]).toEqual([12, 'm19', 'm8']);
  });

  test('come back to their place when a removal is undone', () => {
    const list = readRecent([{ alias: 'a', at: 3 }, { alias: 'b', at: 2 }, { alias: 'c', at: 1 }]);
    expect(withMeeting(without(list, 'B'), { alias: 'b', at: 2 })).toEqual(list);
  });

  test.each([null, 'x', 7, {}, [null, 3, {}, { alias: '' , at: 1 }, { alias: 'a' }, { alias: 'a', at: Number.NaN }, { alias: 'x'.repeat(251), at: 1 }]])('are none when %j was stored', (stored) => {
    expect(readRecent(stored)).toEqual([]);
  });
});

describe('Preferences', () => {
  test.each([null, 'dark', 5, [], { theme: 'pink', volume: 7, sounds: 'all', name: 5, language: 'toString', shortcuts: 'no' }])('are untouched when %j was stored', (stored) => {
    expect(readPreferences(stored)).toEqual(untouched);
  });

  test('are read as they were written', () => {
    const mine = { ...untouched, name: 'Ada', theme: 'contrast', language: 'fr', volume: 0, shortcuts: false, sounds: { ...untouched.sounds, chat: false } } as const;
    expect(readPreferences(JSON.parse(JSON.stringify(mine)))).toEqual(mine);
  });

  test('are kept at once and followed from other tabs', () => {
    const life = new AbortController();
    followOtherTabs(life.signal);
    prefer({ name: 'Ada' });
    expect(recall('preferences')).toMatchObject({ name: 'Ada' });
    keep('preferences', { ...untouched, name: 'Grace' });
    keep('recent', [{ alias: 'weekly', at: 5 }]);
    window.dispatchEvent(new StorageEvent('storage'));
    expect([preferences().name, recentMeetings()]).toEqual(['Grace', [{ alias: 'weekly', at: 5 }]]);
    life.abort();
  });

  test('of meetings that another tab joined meanwhile are not lost', () => {
    keep('recent', [{ alias: 'other-tab', at: 1 }]);
    changeRecent((list) => withMeeting(list, { alias: 'mine', at: 2 }));
    expect(recentMeetings().map(({ alias }) => alias)).toEqual(['mine', 'other-tab']);
  });
});

describe('Storage', () => {
  const forbidden = (): Storage => {
    throw new DOMException('denied', 'SecurityError');
  };

  test('that is forbidden remembers nothing and breaks nothing', () => {
    expect([keep('x', 1, forbidden), recall('x', forbidden), drop('x', forbidden)]).toEqual([false, null, false]);
  });

  test('that holds something else gives nothing', () => {
    localStorage.setItem('plenum.x', '{broken');
    expect(recall('x')).toBeNull();
  });
});
