import { describe, expect, test } from 'vitest';
import { canSend, longestMessage, roomLeft } from '../src/inside/chat/length';
import { piecesOf } from '../src/inside/chat/links';
import { turnsOf } from '../src/inside/chat/turns';
import { aMessage } from './somebody';

const links = (text: string) => piecesOf(text).flatMap((piece) => (piece.href === null ? [] : [piece.text]));

describe('Addresses in a message', () => {
  test.each([
    ['see https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(https://example.org/wiki/Plenum_(law))', ['https://example.org/wiki/Plenum_(law)']],
    ['[https://example.org]', ['https://example.org']],
    ['http://a.example, HTTPS://B.EXAMPLE!', ['http://a.example', 'HTTPS://B.EXAMPLE']],
    ['https://münchen.example/straße', ['https://münchen.example/straße']],
  ])('can be followed: %s', (text, found) => expect(links(text)).toEqual(found));

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'xhttp://example.org',
    'https://bank.example@evil.example/',
    'https://user:secret@example.org',
    'https://',
    'http://[not-an-address]',
    'example.org',
  ])('are not: %s', (text) => expect(links(text)).toEqual([]));

  test('end before a mark that would turn the writing round', () => expect(links('https://example.org/\u202egro.live')).toEqual(['https://example.org/']));
  test('end before markup', () => expect(links('<a href="https://example.org">x</a>')).toEqual(['https://example.org']));
  test('take nothing away from the message', () => {
    for (const text of ['', 'a https://x.example b (http://y.example) https://u:p@z.example .', 'https://x.example', '<b>no</b>'])
      expect(piecesOf(text).map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('Messages in turns', () => {
  const minute = 60_000;
  const shape = (messages: Parameters<typeof turnsOf>[0], firstNew: number | null = null) => turnsOf(messages, firstNew).map((turn) => turn.messages.map((message) => message.id));

  test('of one person within three minutes are together', () => expect(shape([aMessage({ id: 1, at: 0 }), aMessage({ id: 2, at: 2 * minute }), aMessage({ id: 3, at: 4 * minute })])).toEqual([[1, 2, 3]]));
  test('after a pause are apart', () => expect(shape([aMessage({ id: 1, at: 0 }), aMessage({ id: 2, at: 3 * minute })])).toEqual([[1], [2]]));
  test('of two people are apart', () => expect(shape([aMessage({ id: 1 }), aMessage({ id: 2, from: { uuid: 'u-2', name: 'Ben' } })])).toEqual([[1], [2]]));
  test('to one alone are apart from those to all, and from those to another', () => {
    const to = (uuid: string) => ({ mine: true, direct: true, to: { uuid, name: uuid } });
    expect(shape([aMessage({ id: 1, mine: true }), aMessage({ id: 2, ...to('b') }), aMessage({ id: 3, ...to('b') }), aMessage({ id: 4, ...to('c') })])).toEqual([[1], [2, 3], [4]]);
  });
  test('begin anew where the unseen ones begin, and say so', () => {
    const turns = turnsOf([aMessage({ id: 1 }), aMessage({ id: 2 }), aMessage({ id: 3 })], 2);
    expect(turns.map((turn) => [turn.key, turn.firstNew])).toEqual([[1, false], [2, true]]);
  });
  test('begin anew with every day', () => {
    const evening = new Date(2026, 2, 1, 23, 59, 30).getTime();
    const turns = turnsOf([aMessage({ id: 1, at: evening }), aMessage({ id: 2, at: evening + minute })], null);
    expect(turns.map((turn) => turn.newDay)).toEqual([true, true]);
  });
});

describe('The length of a message', () => {
  test('is shown once it gets tight', () => {
    expect(roomLeft('x'.repeat(100))).toBeNull();
    expect(roomLeft('x'.repeat(longestMessage - 10))).toBe(10);
    expect(roomLeft('x'.repeat(longestMessage + 3))).toBe(-3);
  });
  test('is something, and not too much', () => {
    expect(canSend('hello')).toBe(true);
    expect(canSend(' \n ')).toBe(false);
    expect(canSend('x'.repeat(longestMessage))).toBe(true);
    expect(canSend('x'.repeat(longestMessage + 1))).toBe(false);
  });
});
