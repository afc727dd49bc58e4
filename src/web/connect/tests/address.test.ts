import { describe, expect, test } from 'vitest';
import { pathOf, placeOf, queryForPlugins, wishesOf, withoutSecrets, type Place } from '../src/joining/address';

const at = (path: string): URL => new URL(path, 'https://meet.example');
const asked = (query: string) => wishesOf(new URLSearchParams(query));

describe('An address', () => {
  test.each<[string, Place]>([
    ['/webapp2/', { at: 'landing' }],
    ['/webapp2/home', { at: 'landing' }],
    ['/webapp2/settings', { at: 'settings' }],
    ['/webapp2/conference/weekly', { at: 'meeting', alias: 'weekly' }],
    ['/webapp2/conference?conference=weekly', { at: 'meeting', alias: 'weekly' }],
    ['/webapp2/conference', { at: 'landing' }],
    ['/webapp2/conference/%E0%A4%A', { at: 'landing' }],
  ])('%s is a place', (path, place) => expect(placeOf(at(path))).toEqual(place));

  test('names the meeting of its path, whatever its query says', () => {
    expect(placeOf(at('/webapp2/conference/weekly?conference=other'))).toEqual({ at: 'meeting', alias: 'weekly' });
  });

  test('of a meeting leads back to it, with whatever is in its name', () => {
    const place: Place = { at: 'meeting', alias: 'café du coin@example.com & co' };
    expect(placeOf(at(pathOf(place)))).toEqual(place);
  });

  test('loses its PIN and nothing else', () => {
    expect(withoutSecrets(at('/webapp2/conference/weekly?a=1&pin=1234&b=2')).href).toBe('https://meet.example/webapp2/conference/weekly?a=1&b=2');
  });
});

describe('A link asks', () => {
  test('for nothing when it has no query', () => expect(asked('')).toEqual({ join: false }));

  test('for all that it names', () => {
    expect(asked('name=Ada&pin=none&role=guest&join=1&muteMicrophone=true&muteCamera=false&bw=576&extension=7&callTag=t&node=n.example&language=de&theme=dark')).toEqual({
      name: 'Ada', pin: 'none', role: 'guest', join: true, muteMicrophone: true, muteCamera: false, bandwidth: 576,
      extension: '7', callTag: 't', node: 'n.example', language: 'de', theme: 'dark',
    });
  });

  test('for nothing with values that make no sense', () => {
    expect(asked('name=%20&role=king&bw=fast&join=0')).toEqual({ join: false });
    expect(asked('bw=-5&join=false')).toEqual({ join: false });
  });

  test('for as much name as fits', () => expect(asked(`name=${'n'.repeat(999)}`).name).toHaveLength(250));
});

test('Plugins see the whole query, known or not, but never the PIN', () => {
  expect(queryForPlugins(new URLSearchParams('name=Ada&pin=1234&redirect=https%3A%2F%2Fx.example&foo='))).toEqual({ name: 'Ada', redirect: 'https://x.example', foo: '' });
});
