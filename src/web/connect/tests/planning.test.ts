import { describe, expect, test } from 'vitest';
import { createRecipients } from '../src/inside/chat/recipients';
import { minutesOf, placed, placesFor, stillMeant, wishesOf } from '../src/inside/breakouts/plan';
import { menuEntries } from '../src/inside/roster/menu-entries';
import { somebody } from './somebody';

describe('Planning rooms', () => {
  test('places everybody, or nobody where one places by hand', () => {
    expect([...placesFor('evenly', ['a', 'b', 'c'], 2)]).toEqual([['a', 0], ['c', 0], ['b', 1]]);
    expect(placesFor('chance', ['a', 'b', 'c'], 2).size).toBe(3);
    expect(placesFor('hand', ['a', 'b', 'c'], 2).size).toBe(0);
  });
  test('moves one and leaves the others', () => {
    const places = placesFor('evenly', ['a', 'b'], 2);
    expect([...placed(places, 'a', 1)]).toEqual([['a', 1], ['b', 1]]);
    expect([...placed(places, 'a', null)]).toEqual([['b', 1]]);
  });
  test('forgets who has gone and rooms that are no longer wanted', () =>
    expect([...stillMeant(placesFor('evenly', ['a', 'b', 'c'], 3), ['a', 'c'], 2)]).toEqual([['a', 0]]));
  test('asks for every room, empty ones too', () =>
    expect(wishesOf(['One', 'Two', 'Three'], new Map([['a', 1], ['b', 1]]), { duration: 60, endAction: 'transfer', guestsMayLeave: true }).map((wish) => [wish.name, wish.people])).toEqual([
      ['One', []],
      ['Two', ['a', 'b']],
      ['Three', []],
    ]));
  test.each<[string, number | null]>([['', 0], [' ', 0], ['15', 15], ['1440', 1440], ['1441', null], ['-1', null], ['1.5', null], ['ten', null]])('%j minutes are %j', (text, minutes) =>
    expect(minutesOf(text)).toBe(minutes));
});

describe('Who may be written to', () => {
  const recipientsAmong = createRecipients();
  const people = [somebody({ uuid: 'z', name: 'Zoe' }), somebody({ uuid: 'a', name: 'Ada' }), somebody({ uuid: 'm', me: true }), somebody({ uuid: 'w', waiting: true }), somebody({ uuid: 'n', takesDirectMessages: false })];
  const first = recipientsAmong(people);
  test('is listed by name, without oneself and those who cannot', () => expect(first.map((one) => one.name)).toEqual(['Ada', 'Zoe']));
  test('is the same list while they only speak', () => expect(recipientsAmong(people.map((one) => ({ ...one, vad: 50 })))).toBe(first));
  test('is another once somebody has gone', () => expect(recipientsAmong(people.slice(1)).map((one) => one.name)).toEqual(['Ada']));
});

describe('The menu of one person', () => {
  const shape = (entries: ReturnType<typeof menuEntries>) => entries.map((entry) => (entry.kind === 'separator' ? '-' : entry.label));
  test('has what plugins add in the middle and what ends something last', () =>
    expect(shape(menuEntries(['mute', 'disconnect'], [{ key: 'k', label: 'Plugin', icon: null, run: () => {} }], (deed) => deed, () => {}))).toEqual(['mute', '-', 'Plugin', '-', 'disconnect']));
  test('has no line where nothing is to be parted', () => {
    expect(shape(menuEntries(['mute'], [], (deed) => deed, () => {}))).toEqual(['mute']);
    expect(menuEntries([], [], (deed) => deed, () => {})).toEqual([]);
  });
  test('runs what was chosen', () => {
    const run: string[] = [];
    const entries = menuEntries(['mute'], [{ key: 'k', label: 'Plugin', icon: '/p.svg', run: () => run.push('plugin') }], (deed) => deed, (deed) => run.push(deed));
    for (const entry of entries) if ('run' in entry) entry.run();
    expect(run).toEqual(['mute', 'plugin']);
  });
});
