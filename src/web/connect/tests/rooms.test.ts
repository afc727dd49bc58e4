import { describe, expect, test } from 'vitest';
import { dealtByChance, dealtEvenly } from '../src/inside/breakouts/splitting';
import { clock, secondsLeft } from '../src/inside/breakouts/time-left';
import { filterOf, narrowed } from '../src/inside/timeline/kinds';

const people = Array.from({ length: 11 }, (_, index) => index);

describe('Splitting people into rooms', () => {
  test('evenly leaves no two rooms differing by more than one', () => {
    expect(dealtEvenly(people, 3).map((room) => room.length)).toEqual([4, 4, 3]);
    expect(dealtEvenly(people, 20).filter((room) => room.length > 0)).toHaveLength(11);
  });
  test('keeps everybody, each in one room', () => {
    expect(dealtEvenly(people, 4).flat().sort((a, b) => a - b)).toEqual(people);
    expect(dealtByChance(people, 4).flat().sort((a, b) => a - b)).toEqual(people);
  });
  test('by chance follows the dice', () => {
    expect(dealtByChance([1, 2, 3], 3, () => 0)).toEqual([[2], [3], [1]]);
    expect(dealtByChance([1, 2, 3], 3, () => 0.999)).toEqual([[1], [2], [3]]);
  });
  test('into no rooms gives none', () => expect(dealtEvenly(people, 0)).toEqual([]));
});

describe('The time that is left', () => {
  test('counts down to nothing and stays there', () => {
    expect(secondsLeft(100, 40_000)).toBe(60);
    expect(secondsLeft(100, 99_001)).toBe(1);
    expect(secondsLeft(100, 200_000)).toBe(0);
  });
  test('is none without an end', () => expect(secondsLeft(null, 0)).toBeNull());
  test.each([[0, '0:00'], [7, '0:07'], [754, '12:34'], [3723, '1:02:03']])('%i seconds read %s', (seconds, text) => expect(clock(seconds)).toBe(text));
});

describe('Narrowing the list of events', () => {
  const entry = (id: number, kind: 'joined' | 'locked') => ({ id, at: 0, action: { type: '' }, what: kind === 'joined' ? { kind, name: 'Ada', uuid: 'a' } : { kind } }) as const;
  const entries = [entry(1, 'joined'), entry(2, 'locked')];
  test('leaves what was asked for', () => {
    expect(narrowed(entries, 'people').map((one) => one.id)).toEqual([1]);
    expect(narrowed(entries, 'room').map((one) => one.id)).toEqual([2]);
    expect(narrowed(entries, 'all')).toBe(entries);
  });
  test('counts a message as chat and a hand as a hand', () => {
    expect(filterOf('message')).toBe('chat');
    expect(filterOf('hand-lowered')).toBe('hands');
  });
});
