// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { keepTrail, resume, takePass } from '../src/joining/trail';
import { arrive, conferenceQueryParams, followHistory, go, place, wishes } from '../src/joining/routing.svelte';

const open = (path: string): void => {
  history.replaceState(null, '', path);
  arrive();
};

beforeEach(() => open('/webapp2/home'));

test('a PIN is gone from the address as soon as somebody arrives, and still known', () => {
  open('/webapp2/conference/weekly?pin=1234&foo=bar');
  expect(location.search).toBe('?foo=bar');
  expect(wishes().pin).toBe('1234');
  expect(conferenceQueryParams()).toEqual({ foo: 'bar' });
});

test('a PIN in a link that was pasted never enters the history', () => {
  go({ at: 'meeting', alias: 'weekly' }, new URLSearchParams('conference=weekly&pin=1234&name=Ada'));
  expect(location.href).toMatch(/\/webapp2\/conference\/weekly\?name=Ada$/);
  expect([place(), wishes().pin, wishes().name]).toEqual([{ at: 'meeting', alias: 'weekly' }, '1234', 'Ada']);
});

test('what a link asked for ends when another is followed', () => {
  open('/webapp2/conference/weekly?name=Ada&join=1');
  go({ at: 'meeting', alias: 'other' });
  expect(wishes()).toEqual({ join: false });
});

test('going back changes the page, unless somebody would be torn out of a meeting', () => {
  const life = new AbortController();
  const may = { go: false };
  followHistory(life.signal, () => may.go);
  go({ at: 'meeting', alias: 'weekly' });
  history.replaceState(null, '', '/webapp2/home');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect([location.pathname, place().at]).toEqual(['/webapp2/conference/weekly', 'meeting']);
  may.go = true;
  history.replaceState(null, '', '/webapp2/home');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(place()).toEqual({ at: 'landing' });
  life.abort();
});

const media = { microphone: null, camera: null, muteMicrophone: false, muteCamera: false };
const wish = { alias: 'weekly', name: 'Ada', pin: '1234', node: 'https://elsewhere.example', callTag: 'blue', bandwidth: 512, media };

test('a page that was loaded anew goes back in once, as it was, and only into the meeting it was in', () => {
  const address = '/webapp2/conference/weekly?foo=bar&muteCamera=0';
  open(`${address}&pin=1234`);
  keepTrail(wish, 'a-pass', { muteMicrophone: true, muteCamera: false });
  expect(JSON.stringify({ ...sessionStorage, ...localStorage }) + location.href).not.toContain('1234');
  open(address);
  resume(true);
  expect(wishes()).toEqual({ name: 'Ada', join: true, node: 'https://elsewhere.example', callTag: 'blue', bandwidth: 512, muteMicrophone: true, muteCamera: false });
  expect([conferenceQueryParams()['foo'], takePass(), takePass()]).toEqual(['bar', 'a-pass', undefined]);
  open(address);
  resume(true);
  expect(wishes()).toEqual({ join: false, muteCamera: false });
  keepTrail(wish, 'a-pass', {});
  open('/webapp2/conference/other');
  resume(true);
  expect([wishes(), takePass()]).toEqual([{ join: false }, undefined]);
});

test('a page that is merely opened, or comes back too late, does not go in by itself', () => {
  open('/webapp2/conference/weekly');
  keepTrail(wish, 'a-pass', {});
  resume(false);
  expect([wishes(), takePass()]).toEqual([{ join: false }, undefined]);
  keepTrail(wish, 'a-pass', {});
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * 60_000);
  resume(true);
  now.mockRestore();
  expect([wishes(), takePass()]).toEqual([{ join: false }, undefined]);
});
