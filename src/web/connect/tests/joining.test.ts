// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { troubleOf } from '../src/devices/trouble';
import { levelOf } from '../src/devices/level';
import { isOwn } from '../src/joining/faults';
import { departures, refusals } from '../src/joining/outcomes';
import { addPage, settingsPages, type SettingsPage } from '../src/settings/pages.svelte';
import { themeFor } from '../src/styles/theme';
import { en } from '../src/words/en';

test('The system chooses between light and dark, and may ask for contrast; a person wins over it', () => {
  expect([themeFor('system', false), themeFor('system', true), themeFor('light', true), themeFor('contrast', false)]).toEqual([null, 'contrast', 'light', 'contrast']);
});

describe('Every ending', () => {
  const outcomes = [...Object.values(refusals), ...Object.values(departures)];

  test('says what happened in words of its own', () => {
    const titles = outcomes.map(({ title }) => en.joining[title.replace('joining.', '') as keyof typeof en.joining]);
    expect(new Set(titles).size).toBe(outcomes.length);
  });

  test('tries again by itself only where the server may come back', () => {
    expect(Object.entries(refusals).filter(([, { retryAfter }]) => retryAfter).map(([kind]) => kind)).toEqual(['unreachable']);
  });
});

describe('A fault', () => {
  const fault = (...places: string[]): Error => Object.assign(new Error('x'), { stack: `Error: x\n${places.map((place) => `    at f (${place}:1:2)`).join('\n')}` });
  const ours = 'https://meet.example/webapp2/assets/main-abc.js';
  const plugin = 'https://meet.example/webapp2/custom_configuration/plugins/p/p.js';

  test('of our own scripts alone is ours', () => expect(isOwn(fault(ours, ours), 'https://meet.example')).toBe(true));
  test('that a plugin has a part in is not', () => {
    expect([isOwn(fault(plugin, ours), 'https://meet.example'), isOwn(fault(ours, plugin), 'https://meet.example')]).toEqual([false, false]);
  });
  test('without a stack is nobody’s', () => expect([isOwn('x'), isOwn(null), isOwn(fault())]).toEqual([false, false, false]));
});

test.each([['NotAllowedError', 'denied'], ['NotFoundError', 'missing'], ['OverconstrainedError', 'missing'], ['NotReadableError', 'busy'], ['AbortError', 'busy']])('%s means that a device is %s', (name, trouble) => {
  expect(troubleOf(Object.assign(new Error('no'), { name }))).toBe(trouble);
});

test('Silence is no level, full scale is the whole bar, and speech lies between', () => {
  const tone = (amplitude: number): Float32Array => Float32Array.from({ length: 512 }, (_, i) => amplitude * Math.sin(i / 3));
  expect([levelOf(tone(0)), levelOf(tone(1)), levelOf(new Float32Array())]).toEqual([0, 1, 0]);
  expect(levelOf(tone(0.05))).toBeGreaterThan(0.3);
  expect(levelOf(tone(0.05))).toBeLessThan(0.8);
});

describe('The settings', () => {
  const page = (id: string, name: string): SettingsPage => ({ id, label: () => name, icon: 'plugin', load: () => Promise.reject(new Error('not looked at')) });

  test('show a page in the place of another with its id, until it is taken back', () => {
    const back = [page('a', 'A'), page('plugins', 'listed'), page('z', 'Z')].map(addPage);
    const host = addPage(page('plugins', 'running'));
    expect(settingsPages().map(({ label }) => label())).toEqual(['A', 'running', 'Z']);
    host();
    expect(settingsPages().map(({ label }) => label())).toEqual(['A', 'listed', 'Z']);
    back.forEach((remove) => remove());
    expect(settingsPages()).toEqual([]);
  });
});
