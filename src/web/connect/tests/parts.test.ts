// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { sprite } from '../build/icon-sprite';
import { announce } from '../src/parts/announce';
import { drawings } from '../src/parts/drawings';
import { hueOf, initials } from '../src/parts/faces';
import { nextItem } from '../src/parts/menu';

describe('A menu', () => {
  const labels = ['Mute', 'Rename', 'Remove', 'Transfer'];

  test('goes round by arrows', () => {
    expect([nextItem(labels, 3, 'ArrowDown'), nextItem(labels, 0, 'ArrowUp'), nextItem(labels, 1, 'Home'), nextItem(labels, 1, 'End')]).toEqual([0, 3, 0, 3]);
  });

  test('goes to the next label that begins with a letter', () => {
    expect([nextItem(labels, 0, 'r'), nextItem(labels, 1, 'r'), nextItem(labels, 2, 'R'), nextItem(labels, 0, 'x')]).toEqual([1, 2, 1, undefined]);
  });

  test('leaves other keys alone, and an empty menu too', () => {
    expect([nextItem(labels, 0, 'Escape'), nextItem(labels, 0, ' '), nextItem([], 0, 'ArrowDown')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('An avatar', () => {
  test.each([['Ada Lovelace', 'AL'], ['ada', 'A'], ['Anna-Maria von Bülow', 'AB'], ['  ', '?'], ['👩‍🚀 Eve', '👩‍🚀E'], ['李 小龙', '李小'], ['(guest) Bob', 'B'], ['demo:recorder (simulated)', 'DR']])('of %s shows %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  test('keeps its colour', () => {
    expect(hueOf('2f1b-77')).toBe(hueOf('2f1b-77'));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(hueOf)).size).toBeGreaterThan(3);
  });
});

describe('The symbols for plugins', () => {
  const drawn = new DOMParser().parseFromString(sprite(drawings), 'image/svg+xml');

  test('have the names that plugins ask for', () => {
    for (const name of ['mic', 'mic-off', 'messages', 'camera', 'camera-off', 'people', 'star']) expect(drawn.getElementById(name)?.tagName).toBe('symbol');
  });

  test('are made of numbers and commands alone', () => {
    expect(Object.entries(drawings).filter(([, path]) => !/^[MmLlHhVvCcSsQqAaZz0-9 .,-]+$/.test(path))).toEqual([]);
  });
});

test('What is announced is text, in a live region', () => {
  announce('<b>Ada</b> joined');
  const region = document.querySelector('[data-announces=polite]');
  expect(region?.getAttribute('aria-live') ?? (region as HTMLElement | null)?.ariaLive).toBe('polite');
  expect(region?.textContent).toBe('<b>Ada</b> joined');
  expect(region?.querySelector('b')).toBeNull();
});
