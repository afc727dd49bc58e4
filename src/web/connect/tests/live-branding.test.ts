// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchBranding } from '../src/joining/live-branding';

let now = 'one';
const asked: string[] = [];
const life = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    if (now === 'away') throw new TypeError('no server');
    return new Response(now);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('Whoever works on a branding is told once that it has changed, also past a server that was away', async () => {
  const changed = vi.fn();
  watchBranding('one', () => 'meet.a', changed, life.signal);
  await vi.advanceTimersByTimeAsync(5000);
  now = 'away';
  await vi.advanceTimersByTimeAsync(5000);
  expect(changed).not.toHaveBeenCalled();
  now = 'two';
  await vi.advanceTimersByTimeAsync(5000);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(new Set(asked)).toEqual(new Set(['/webapp2/branding?conference=meet.a']));
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked.length).toBe(before);
});
