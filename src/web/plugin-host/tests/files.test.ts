import { describe, expect, it } from 'vitest';
import { candidates } from '../src/branding/address';
import { parseLocated } from '../src/branding/located-json';
import { readPackage } from '../src/branding/package';
import { readSettings, settingsWanted } from '../src/branding/settings';

const mistake = (text: string) => {
  const parsed = parseLocated(text);
  return 'text' in parsed ? [parsed.line, parsed.text] : null;
};

describe('A settings file with a mistake', () => {
  it.each([
    ['{\n "plugins": [\n  {"id": "a",}\n ]\n}', 3, 'a comma too many'],
    ['{\n "plugins": [\n  {"id": "a"}\n  {"id": "b"}\n ]\n}', 4, 'a comma or ] is missing before "{"'],
    ['{\n "plugins" []\n}', 2, 'a colon is missing before "["'],
    ['{ plugins: [] }', 1, 'a name in double quotes is missing before "p"'],
    ['{\n "a": "b\n}', 2, 'this text has no closing quote'],
    ['{\n\n "a": nothing }', 3, 'unexpected "n"'],
    ['', 1, 'unexpected the end of the file'],
    ['{} {}', 1, 'nothing may follow, but here is "{"'],
  ])('%j is named with its line', (text, line, what) => expect(mistake(text)).toEqual([line, what]));

  it('keeps the plugins that can be understood', () => {
    const { listings, problems } = readSettings('{"plugins": [\n {"id": "a", "srcURL": "a.json", "enabled": true},\n {"id": "b"},\n 7,\n {"srcURL": "c.json", "enabled": "false"}\n]}');
    expect(listings).toEqual([{ id: 'a', srcURL: 'a.json', enabled: true }, { id: 'c.json', srcURL: 'c.json', enabled: false }]);
    expect(problems.map(({ text, line }) => [line, text])).toEqual([
      [3, 'Plugin 2 has no "srcURL", so it cannot be found'], [4, 'Plugin 3 has no "srcURL", so it cannot be found'], [5, 'Plugin 4 has no "id"'],
    ]);
  });

  it('is read with a byte order mark, and as JSON is otherwise', () => {
    const text = '\uFEFF{"a": [1, -2.5e3, true, null, "\\u00e9\\n", {"__proto__": 1}]}';
    const parsed = parseLocated(text);
    expect('value' in parsed && JSON.stringify(parsed.value)).toBe(JSON.stringify(JSON.parse(text.slice(1))));
  });
});

describe('A manifest', () => {
  it('keeps the settings out only when it says so', () => {
    expect(settingsWanted('{"brandingID": "1"}').wanted).toBe(true);
    expect(settingsWanted('not JSON').wanted).toBe(true);
    expect(settingsWanted('{\n"isSettingsBranded": false}')).toMatchObject({ wanted: false, problems: [{ line: 2 }] });
  });
});

describe('A package file', () => {
  const read = (fields: object) => readPackage(JSON.stringify({ id: 'p', srcURL: 'x.js', ...fields }, null, 1), 'p', 'plugin.json');

  it('is filled in where it is silent', () => {
    expect(read({})).toEqual({
      package: { id: 'p', name: 'p', description: '', version: '', srcURL: 'x.js', allowUnload: true, platforms: null, roles: null, menu: [] }, problems: [],
    });
  });

  it('shows items in every place that it names, with a warning', () => {
    const { package: pack, problems } = read({ menuItems: { toolbar: [{ action: 'a' }], conference: [{ action: 'b' }], sidebar: [] } });
    expect(pack?.menu.map(({ place, action }) => [place, action])).toEqual([['toolbar', 'a'], ['conference', 'b']]);
    expect(problems.map(({ text }) => text)).toEqual(['There is no place "sidebar" for menu items', 'Menu items are meant for one place only; they are shown in each that is named']);
  });

  it('has its mistakes named with file and line', () => {
    expect(read({ platforms: ['web', 'amiga'], menuItems: { toolbar: [{ label: 'x' }] } }).problems).toEqual([
      { text: 'There is no platform "amiga"', file: 'plugin.json', line: 4 },
      { text: 'Menu item 1 of toolbar has no "action", so it would do nothing', file: 'plugin.json', line: 10 },
    ]);
    expect(readPackage('{"id": "p",', 'p', 'plugin.json')).toMatchObject({ package: null, problems: [{ file: 'plugin.json', line: 1 }] });
  });
});

describe('The address of a file', () => {
  const page = 'https://m.example/webapp2/@1/';
  const folder = `${page}custom_configuration/plugins/p/`;

  it.each([
    ['a.svg', [`${folder}a.svg`, `${page}a.svg`]],
    ['./a.svg', [`${folder}a.svg`, `${page}a.svg`]],
    ['custom_configuration/x/a.svg', [`${page}custom_configuration/x/a.svg`]],
    ['./custom_configuration/x/a.svg', [`${page}custom_configuration/x/a.svg`]],
    ['configuration/x/a.svg', [`${page}configuration/x/a.svg`]],
    ['/static/a.svg', ['https://m.example/static/a.svg']],
    ['https://cdn.example/a.svg', ['https://cdn.example/a.svg']],
    ['http://[', []],
  ])('%s is looked for where plugins mean it', (named, found) => expect(candidates(named, folder, page)).toEqual(found));
});
