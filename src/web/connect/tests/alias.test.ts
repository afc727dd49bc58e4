import { describe, expect, test } from 'vitest';
import { aliasInPath, meetingIn } from '../src/joining/alias';

const here = new URL('https://meet.example/webapp2/home');

describe('The path of a meeting', () => {
  test.each([
    ['/webapp2/conference/meet.demo', 'meet.demo'],
    ['/webapp2/conference/meet.demo/', 'meet.demo'],
    ['/webapp2/conference/caf%C3%A9%20du%20coin', 'café du coin'],
    ['/webapp2/conference/alice%40example.com', 'alice@example.com'],
    ['/webapp/conference/old', 'old'],
    ['/webapp3/m/new', 'new'],
    ['/webapp3/m/new/step-by-step', 'new'],
  ])('%s names %s', (path, alias) => expect(aliasInPath(path)).toBe(alias));

  test.each([
    ['a broken escape', '/webapp2/conference/%E0%A4%A'],
    ['a slash hidden in an escape', '/webapp2/conference/..%2F..%2Fadmin'],
    ['a line break', '/webapp2/conference/a%0Ab'],
    ['nothing but spaces', '/webapp2/conference/%20'],
    ['far too long a name', `/webapp2/conference/${'x'.repeat(251)}`],
    ['another page', '/webapp2/settings'],
  ])('with %s names none', (_, path) => expect(aliasInPath(path)).toBeNull());
});

describe('What somebody types', () => {
  test.each([
    ['meet.demo', 'meet.demo'],
    ['  Meet.Demo ', 'Meet.Demo'],
    ['alice@example.com', 'alice@example.com'],
    ['sip:alice@example.com;transport=tls', 'alice@example.com'],
    ['<https://meet.example/webapp2/conference/weekly>', 'weekly'],
    ['https://meet.example/webapp2/conference?conference=weekly', 'weekly'],
    ['https://meet.example/?conference=weekly', 'weekly'],
    ['meet.example/webapp2/conference/weekly', 'weekly'],
  ])('%s is the meeting %s, here', (text, alias) => {
    const found = meetingIn(text, here);
    expect([found?.alias, found?.elsewhere]).toEqual([alias, undefined]);
  });

  test.each(['', '   ', 'https://meet.example/webapp2/home', 'https://', 'a/b', 'javascript://alert(1)'])('%j is no meeting', (text) => {
    expect(meetingIn(text, here)).toBeNull();
  });

  test('a link keeps what it asks for', () => {
    expect(meetingIn('https://meet.example/webapp2/conference/weekly?pin=12&role=host', here)?.query?.get('role')).toBe('host');
  });

  test('a link to another server is told apart, since only that server knows the meeting', () => {
    expect(meetingIn('https://other.example/webapp2/conference/weekly', here)).toMatchObject({ alias: 'weekly', elsewhere: { host: 'other.example' } });
  });
});
