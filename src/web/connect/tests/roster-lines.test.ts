import { describe, expect, test } from 'vitest';
import { createOrder, linesOf } from '../src/inside/roster/listing';
import { marksOf } from '../src/inside/roster/marks';
import { scrollToShow, stretchInSight, topsOf } from '../src/inside/roster/window';
import { somebody } from './somebody';

const told = (lines: ReturnType<typeof linesOf>) => lines.map((line) => (line.kind === 'heading' ? `${line.section} ${line.count}` : `${line.place} ${line.person.name}`));

describe('The lines of the roster', () => {
  const ada = somebody({ uuid: 'a', name: 'Ada' });
  const ben = somebody({ uuid: 'b', name: 'Ben', role: 'chair' });
  const zoe = somebody({ uuid: 'z', name: 'Zoë', buzzTime: 7 });
  const wim = somebody({ uuid: 'w', name: 'Wim', waiting: true });

  test('put those who wait first, then hands, then people with hosts ahead', () =>
    expect(told(linesOf(createOrder()([ada, ben, zoe, wim]), ''))).toEqual(['waiting 1', '1 Wim', 'hands 1', '2 Zoë', 'people 2', '3 Ben', '4 Ada']));
  test('have no headings where there is one section alone', () => expect(told(linesOf(createOrder()([ada, ben]), ''))).toEqual(['1 Ben', '2 Ada']));
  test('always say that somebody waits', () => expect(told(linesOf([wim], ''))).toEqual(['waiting 1', '1 Wim']));
  test('narrow to a search without regard to case and accents', () => expect(told(linesOf([ada, zoe], ' zoe'))).toEqual(['1 Zoë']));
  test('are found by the text under the picture too', () => expect(told(linesOf([somebody({ overlayText: 'Analyst' }), ben], 'analy'))).toEqual(['1 Ada']));

  test('keep their order while people only speak, and show them as they are now', () => {
    const order = createOrder();
    order([ada, ben]);
    const loud = { ...ada, vad: 80 };
    expect(order([loud, ben])).toEqual([ben, loud]);
  });
  test('change their order when a hand goes up, somebody comes or goes', () => {
    const order = createOrder();
    order([ada, ben]);
    expect(order([{ ...ada, buzzTime: 1 }, ben]).map((one) => one.uuid)).toEqual(['a', 'b']);
    expect(order([ada, ben, zoe]).map((one) => one.uuid)).toEqual(['z', 'b', 'a']);
    expect(order([ada]).map((one) => one.uuid)).toEqual(['a']);
  });
});

describe('The marks beside a name', () => {
  test('say who is silent by whom, and never that the silent speak', () => {
    expect(marksOf(somebody({ muted: true, clientMuted: true, vad: 90 }))).toEqual(['muted-by-host']);
    expect(marksOf(somebody({ clientMuted: true, vad: 90 }))).toEqual(['muted']);
    expect(marksOf(somebody({ vad: 90 }))).toEqual(['speaking']);
  });
  test('tell everything that is true at once', () =>
    expect(marksOf(somebody({ isStreaming: true, presenting: true, spotlight: 1, buzzTime: 1, isVideoMuted: true, onHold: true }))).toEqual([
      'streaming', 'on-hold', 'presenting', 'spotlight', 'hand', 'camera-off',
    ]));
  test('say that nobody sits behind a simulated peer', () => {
    expect(marksOf(somebody({ vendor: 'Plenum simulated peer' }))).toEqual(['simulated']);
    expect(marksOf(somebody({ vendor: 'Plenum simulated peer', connecting: true }))).toEqual(['simulated', 'connecting']);
  });
});

describe('The part of a long list that is drawn', () => {
  const tops = topsOf([32, ...Array.from({ length: 499 }, () => 48)]);

  test('begins with the first line and ends beyond the last in sight', () => expect(stretchInSight(tops, 0, 480, 0)).toEqual({ from: 0, to: 11 }));
  test('moves with the scrolling and keeps a margin', () => {
    const { from, to } = stretchInSight(tops, 32 + 48 * 100, 480, 96);
    expect(from).toBe(99);
    expect(to).toBe(114);
  });
  test('stops at the end, even when scrolled beyond it', () => {
    expect(stretchInSight(tops, 48 * 499, 480, 0).to).toBe(500);
    expect(stretchInSight(tops, 1e9, 480, 0)).toEqual({ from: 499, to: 500 });
  });
  test('is nothing of nothing', () => expect(stretchInSight(topsOf([]), 0, 480, 96)).toEqual({ from: 0, to: 0 }));
  test('covers every line of the window wherever it is', () => {
    for (let scrolled = 0; scrolled < (tops.at(-1) ?? 0) - 480; scrolled += 37) {
      const { from, to } = stretchInSight(tops, scrolled, 480, 0);
      expect(tops[from]).toBeLessThanOrEqual(scrolled);
      expect(tops[to]).toBeGreaterThanOrEqual(scrolled + 480);
    }
  });
  test('is scrolled just as far as it takes to show a line', () => {
    expect(scrollToShow(tops, 3, 0, 480)).toBe(0);
    expect(scrollToShow(tops, 20, 0, 480)).toBe(32 + 48 * 20 - 480);
    expect(scrollToShow(tops, 2, 1000, 480)).toBe(80);
    expect(scrollToShow(tops, 2, 1000, 480, 32)).toBe(48);
  });
});
