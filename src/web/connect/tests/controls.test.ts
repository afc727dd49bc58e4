// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { controlMenu, type Standing } from '../src/inside/controls/control-menu';
import { shortcutOf } from '../src/inside/controls/shortcuts';
import { countdown } from '../src/inside/stage/countdown';
import { aRoom } from './a-room';

const menu = (with_: Partial<Standing> = {}) =>
  controlMenu({ host: true, room: aRoom(), guests: 3, hands: 1, captionsShown: false, connected: true, ...with_ });
const keys = (with_: Partial<Standing> = {}) => menu(with_).map((control) => control.key);
const hindered = (key: string, with_: Partial<Standing>) => menu(with_).find((control) => control.key === key)?.hindered;

describe('The menu of the conference', () => {
  it('offers a guest nothing that the server would refuse', () => {
    expect(keys({ host: false })).toEqual(['invite', 'statistics', 'export', 'shortcuts', 'settings']);
  });

  it('offers a host the whole room', () => {
    expect(keys()).toEqual([
      'lock', 'mute-guests', 'guests-can-unmute', 'lower-hands', 'invite', 'add-participant', 'breakouts', 'layout',
      'statistics', 'export', 'shortcuts', 'settings', 'end-for-all',
    ]);
  });

  it('offers the start until the conference has started', () => {
    expect(keys({ room: aRoom({ started: false }) })[0]).toBe('start');
  });

  it('offers captions to everybody where the server has them', () => {
    expect(keys({ host: false, room: aRoom({ captionsAvailable: true }) })).toContain('captions');
  });

  it('offers breakouts where they are on, and to a host inside one', () => {
    expect(keys({ room: aRoom({ breakoutsAllowed: false }) })).not.toContain('breakouts');
    expect(keys({ room: aRoom({ breakoutsAllowed: false, breakout: { name: 'A', endsAt: null, mayLeave: true, helpWanted: false } }) })).toContain('breakouts');
    expect(keys({ host: false, room: aRoom() })).not.toContain('breakouts');
  });

  it('says why something cannot be done right now', () => {
    expect(hindered('lower-hands', { hands: 0 })).toBe('no-hands');
    expect(hindered('mute-guests', { guests: 0 })).toBe('no-guests');
    expect(hindered('mute-guests', { guests: 0, room: aRoom({ guestsMuted: true }) })).toBeNull();
    expect(hindered('lock', { connected: false })).toBe('reconnecting');
    expect(hindered('settings', { connected: false })).toBeNull();
  });
});

describe('A key', () => {
  const press = (key: string, with_: object = {}) => shortcutOf({ key, target: window, ...with_ });

  it('acts whether it is pressed or sent by a plugin, in either case', () => {
    expect(press('s')).toBe('side-bar');
    expect(press('S')).toBe('side-bar');
    expect(press('', { code: 'KeyS' })).toBe('side-bar');
    expect(press('m')).toBe('microphone');
    expect(press('?')).toBe('shortcuts');
  });

  it('is left to the browser together with Ctrl, Alt or the command key', () => {
    expect(press('s', { ctrlKey: true })).toBeNull();
    expect(press('c', { metaKey: true })).toBeNull();
    expect(press('m', { altKey: true })).toBeNull();
  });

  it('does nothing while somebody types', () => {
    const field = document.createElement('input');
    const note = document.createElement('div');
    note.setAttribute('contenteditable', 'true');
    expect(press('m', { target: field })).toBeNull();
    expect(press('m', { target: note })).toBeNull();
    expect(press('m', { target: document.createElement('button') })).toBe('microphone');
  });
});

describe('The time that is left', () => {
  it('is shown as a clock would, and stands out in the last minute', () => {
    expect(countdown(1000, 400_000)).toMatchObject({ text: '10:00', soon: false });
    expect(countdown(1000, 955_200)).toMatchObject({ text: '0:45', soon: true });
    expect(countdown(9000, 400_000).text).toBe('2:23:20');
    expect(countdown(1000, 2_000_000)).toMatchObject({ text: '0:00', seconds: 0 });
  });
});
