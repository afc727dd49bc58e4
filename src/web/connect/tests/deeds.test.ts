import { describe, expect, test } from 'vitest';
import type { Action, Attendee, Meeting } from '@plenum/meeting';
import { deedsFor, isGrave, type Deed } from '../src/inside/roster/deeds';
import { doAtOnce } from '../src/inside/roster/doing';
import { openRoom, somebody } from './somebody';

const host = somebody({ uuid: 'me', me: true, role: 'chair' });
const guest = somebody({ uuid: 'me', me: true });
const offeredToHosts: Deed[] = ['message', 'mute', 'mute-video', 'spotlight', 'make-host', 'rename', 'deny-presentation', 'transfer', 'disconnect'];

describe('What a host is offered for somebody', () => {
  test.each<[string, Partial<Attendee>, Deed[]]>([
    ['a guest', {}, offeredToHosts],
    ['another host', { role: 'chair' }, offeredToHosts.map((deed) => (deed === 'make-host' ? 'make-guest' : deed))],
    ['who waits', { waiting: true }, ['admit', 'turn-away']],
    ['who is being called', { connecting: true, dialledOut: true }, ['hang-up']],
    ['who cannot be muted', { canMute: false }, offeredToHosts.filter((deed) => !deed.startsWith('mute'))],
    ['who cannot be transferred', { canTransfer: false }, offeredToHosts.filter((deed) => deed !== 'transfer')],
    ['who cannot be disconnected', { canDisconnect: false }, offeredToHosts.filter((deed) => deed !== 'disconnect')],
    ['who takes no direct messages', { takesDirectMessages: false }, offeredToHosts.filter((deed) => deed !== 'message')],
    ['a stream', { isStreaming: true, dialledOut: true, canTransfer: false }, ['mute', 'deny-presentation', 'disconnect']],
  ])('%s', (_who, changes, offered) => expect(deedsFor(host, somebody(changes), openRoom)).toEqual(offered));

  test.each<[Deed, Deed, Partial<Attendee>]>([
    ['mute', 'unmute', { muted: true }],
    ['mute-video', 'unmute-video', { isVideoMuted: true }],
    ['spotlight', 'end-spotlight', { spotlight: 5 }],
    ['deny-presentation', 'allow-presentation', { rxPresentation: false }],
  ])('%s becomes %s', (before, after, changes) => {
    const deeds = deedsFor(host, somebody(changes), openRoom);
    expect(deeds).toContain(after);
    expect(deeds).not.toContain(before);
  });

  test('A hand can be lowered while it is up', () => expect(deedsFor(host, somebody({ buzzTime: 9 }), openRoom)).toContain('lower-hand'));
  test('Tones go to those who were called', () => expect(deedsFor(host, somebody({ dialledOut: true }), openRoom)).toContain('send-tones'));
  test('No message where the chat is off', () => expect(deedsFor(host, somebody(), { ...openRoom, chatEnabled: false })).not.toContain('message'));
});

describe('What a guest is offered', () => {
  test('for others: a message and nothing else', () =>
    expect(deedsFor(guest, somebody({ buzzTime: 3, muted: true, dialledOut: true }), openRoom)).toEqual(['message']));
  test('for who waits or is being called: nothing', () => {
    expect(deedsFor(guest, somebody({ waiting: true }), openRoom)).toEqual([]);
    expect(deedsFor(guest, somebody({ connecting: true }), openRoom)).toEqual([]);
  });
  test('for themselves', () => expect(deedsFor(guest, guest, openRoom)).toEqual(['mute', 'mute-video', 'raise-hand']));
  test('while waiting: nothing at all', () => expect(deedsFor(somebody({ me: true, waiting: true }), somebody(), openRoom)).toEqual([]));
  test('in a call without control, a host is offered no more', () =>
    expect(deedsFor(somebody({ me: true, role: 'chair', canControl: false }), somebody(), openRoom)).toEqual(['message']));
});

describe('Unmuting oneself', () => {
  const silenced = somebody({ me: true, muted: true });
  test('is offered while guests may unmute', () => expect(deedsFor(silenced, silenced, openRoom)).toContain('unmute'));
  test('is not offered to a guest whom a host holds muted', () =>
    expect(deedsFor(silenced, silenced, { ...openRoom, guestsCanUnmute: false })).not.toContain('unmute'));
  test('is offered to a host always', () => {
    const me = { ...silenced, role: 'chair' as const, canControl: true };
    expect(deedsFor(me, me, { ...openRoom, guestsCanUnmute: false })).toContain('unmute');
  });
});

test('Nobody is sent away without being asked about first', () => {
  expect((['disconnect', 'turn-away', 'hang-up'] as const).every(isGrave)).toBe(true);
  expect((['mute', 'admit', 'transfer'] as const).some(isGrave)).toBe(false);
});

describe('Muting oneself from one’s own menu', () => {
  test.each([
    ['mute', '[Conference] Mute Microphone'],
    ['unmute', '[Conference] Unmute Microphone'],
    ['mute-video', '[Conference] Mute Camera'],
    ['unmute-video', '[Conference] Unmute Camera'],
  ] as const)('by %s is an action that plugins hear', (deed, type) => {
    const said: string[] = [];
    doAtOnce({ dispatch: (action: Action) => said.push(action.type) } as unknown as Meeting, deed, guest);
    expect(said).toEqual([type]);
  });
});
