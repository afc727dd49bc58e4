// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { resume } from '../src/joining/session.svelte';
import { keep } from '../src/memory/stored';
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

test('a page that was loaded anew goes back in once, and only into the meeting it was in', () => {
  keep('back', { alias: 'weekly', name: 'Ada' }, () => sessionStorage);
  open('/webapp2/conference/weekly');
  resume();
  expect(wishes()).toEqual({ name: 'Ada', join: true });
  open('/webapp2/conference/weekly');
  resume();
  expect(wishes()).toEqual({ join: false });
  keep('back', { alias: 'weekly', name: 'Ada' }, () => sessionStorage);
  open('/webapp2/conference/other');
  resume();
  expect(wishes()).toEqual({ join: false });
});
