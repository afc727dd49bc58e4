import { describe, expect, test } from 'vitest';
import { callState, isDemo, readDestinations, withDestination } from '../src/inside/dial/calls';
import { invitationOf, mailTo, pinToShare } from '../src/inside/invite/invitation';

describe('What became of a call', () => {
  const ringing = { connecting: true };
  const there = { connecting: false };
  test('is told by the roster: ringing, then there', () => {
    expect(callState('calling', ringing, false)).toBe('calling');
    expect(callState('calling', there, true)).toBe('connected');
  });
  test('is not known before the roster heard of it', () => expect(callState('calling', undefined, false)).toBe('calling'));
  test('is a no where somebody vanishes without ever having been there', () => expect(callState('calling', undefined, true)).toBe('rejected'));
  test('is a good-bye where they were', () => expect(callState('connected', undefined, true)).toBe('gone'));
  test('stays what it is once it is over', () => {
    expect(callState('rejected', undefined, true)).toBe('rejected');
    expect(callState('gone', undefined, true)).toBe('gone');
  });
});

describe('Destinations that were called', () => {
  test('stand once each, the newest first, and not for ever', () => {
    expect(withDestination(['a', 'B'], 'b')).toEqual(['b', 'a']);
    expect(withDestination(['1', '2', '3', '4', '5', '6'], '7')).toEqual(['7', '1', '2', '3', '4', '5']);
  });
  test('are read with suspicion', () => {
    expect(readDestinations(['ok', 5, '', null, 'x'.repeat(501)])).toEqual(['ok']);
    expect(readDestinations({ length: 1 })).toEqual([]);
    expect(readDestinations(null)).toEqual([]);
  });
  test('of the demo are suggested in the demo alone', () => {
    expect(isDemo('meet.open')).toBe(true);
    expect(isDemo('meet.board')).toBe(false);
  });
});

describe('An invitation', () => {
  test('leads to the meeting whatever its name holds', () =>
    expect(invitationOf('a b/ü?#', 'https://host', undefined)).toEqual({
      link: 'https://host/webapp2/conference/a%20b%2F%C3%BC%3F%23',
      qr: 'https://host/webapp2/invitation/a%20b%2F%C3%BC%3F%23/qr.svg',
      calendar: 'https://host/webapp2/invitation/a%20b%2F%C3%BC%3F%23/meeting.ics',
    }));
  test('names the server where that is another one', () =>
    expect(invitationOf('m', 'https://host', 'other:8443').link).toBe('https://host/webapp2/conference/m?node=other%3A8443'));
  test('as a mail keeps every letter and cannot add fields of its own', () => {
    const mail = mailTo('Invitation: A & B\nBcc: x', 'line\nnext?&body=1');
    expect(mail).toBe('mailto:?subject=Invitation%3A%20A%20%26%20B%0ABcc%3A%20x&body=line%0D%0Anext%3F%26body%3D1');
  });
  test.each([
    ['a host who typed one', '1234', true, '1234'],
    ['a guest', '1234', false, null],
    ['a host without one', undefined, true, null],
    ['who came in without one', 'none', true, null],
    ['an empty one', '', true, null],
  ])('shares the PIN of %s only as it should', (_who, pin, host, shared) => expect(pinToShare(pin, host)).toBe(shared));
});
