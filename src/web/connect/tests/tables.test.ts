import { describe, expect, test } from 'vitest';
import { attendanceTable } from '../src/inside/export/attendance';
import { conversationTable, conversationText } from '../src/inside/export/conversation';
import { cell, csv } from '../src/inside/export/csv';
import { duration, fileName } from '../src/inside/export/times';
import { aMessage } from './somebody';

describe('A cell of a table', () => {
  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
    ['', ''],
  ])('%j is written %j', (text, written) => expect(cell(text)).toBe(written));

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '|calc', ' =1', '\t=1', '\r=1', '\u200b=1', '＝1', '=HYPERLINK("http://evil.example","x")'])('%j is never a formula', (text) =>
    expect(cell(text).replace(/^"/, '')).toMatch(/^'/));
  test('A number stays one', () => expect(cell(-5)).toBe('-5'));
});

test('A table says that it is UTF-8 and ends its lines as spreadsheets expect', () => expect(csv([['é', 1], ['b', 2]])).toBe('\uFEFFé,1\r\nb,2\r\n'));

describe('The table of attendance', () => {
  const words = { name: 'Name', role: 'Role', came: 'Came', left: 'Left', duration: 'Duration', host: 'Host', guest: 'Guest' };
  const nine = new Date(2026, 4, 6, 9, 0, 0).getTime();

  test('says who came, when they left and how long they stayed', () => {
    const table = attendanceTable(
      [
        { uuid: 'a', name: 'Ada', role: 'chair', came: nine, left: nine + 3_725_000 },
        { uuid: 'b', name: '=cmd', role: 'guest', came: nine, left: null },
      ],
      words,
      nine + 60_000,
    );
    expect(table.split('\r\n')).toEqual([
      '\uFEFFName,Role,Came,Left,Duration',
      'Ada,Host,2026-05-06 09:00:00,2026-05-06 10:02:05,1:02:05',
      "'=cmd,Guest,2026-05-06 09:00:00,,0:01:00",
      '',
    ]);
  });
  test('never says that somebody stayed less than nothing', () => expect(duration(-5000)).toBe('0:00:00'));
});

describe('The conversation to keep', () => {
  const words = { time: 'Time', from: 'From', to: 'To', message: 'Message', everybody: 'Everybody', me: 'Me', privately: (from: string, to: string) => `${from} to ${to}` };
  const at = new Date(2026, 4, 6, 9, 0, 0).getTime();
  const messages = [
    aMessage({ id: 1, at, text: 'hello\nall' }),
    aMessage({ id: 2, at, text: '=1', mine: true, direct: true, to: { uuid: 'b', name: 'Ben' }, from: { uuid: 'me', name: '' } }),
    aMessage({ id: 3, at, text: 'psst', direct: true }),
    aMessage({ id: 4, at, text: 'never arrived', state: 'failed' }),
  ];

  test('as text, with what was private marked and what was not sent left out', () =>
    expect(conversationText(messages, words)).toBe(
      '[2026-05-06 09:00:00] Ada: hello\n    all\n[2026-05-06 09:00:00] Me to Ben: =1\n[2026-05-06 09:00:00] Ada to Me: psst\n',
    ));
  test('as a table', () =>
    expect(conversationTable(messages, words)).toBe(
      '\uFEFFTime,From,To,Message\r\n2026-05-06 09:00:00,Ada,Everybody,"hello\nall"\r\n2026-05-06 09:00:00,Me,Ben,\'=1\r\n2026-05-06 09:00:00,Ada,Me,psst\r\n',
    ));
});

describe('A file’s name', () => {
  const at = new Date(2026, 0, 2).getTime();
  test('holds meeting and day', () => expect(fileName('meet.open', 'chat', at, 'csv')).toBe('meet.open-chat-2026-01-02.csv'));
  test('holds nothing that a file system minds', () => expect(fileName('../a/b:c*?', 'Präsenz "x"', at, 'csv')).toBe('a-b-c-Präsenz-x-2026-01-02.csv'));
});
