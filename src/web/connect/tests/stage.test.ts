// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { TimelineEntry, TimelineEvent } from '@plenum/meeting';
import { refusalKey } from '../src/inside/controls/refusals';
import { layoutWords, offersOf } from '../src/inside/layouts/offers';
import { drawn, pictureOf } from '../src/inside/plugins/menu-item';
import { announcementsOf } from '../src/inside/stage/announcements';
import { stripFor } from '../src/inside/stage/strip';
import { fit } from '../src/inside/toolbar/fit';

const entries = (...events: TimelineEvent[]): TimelineEntry[] => events.map((what, id) => ({ id, at: id, what, action: { type: '' } }));

describe('What is said aloud', () => {
  it('is one sentence for everybody who joined in the same moment', () => {
    const said = announcementsOf(entries({ kind: 'joined', name: 'Ada', uuid: 'a' }, { kind: 'joined', name: 'Ben', uuid: 'b' }));
    expect(said).toEqual([{ kind: 'joined', names: ['Ada', 'Ben'] }]);
  });

  it('leaves out who came and went at once, and hands that were lowered again', () => {
    const said = announcementsOf(
      entries(
        { kind: 'joined', name: 'Ada', uuid: 'a' },
        { kind: 'left', name: 'Ada', uuid: 'a' },
        { kind: 'hand-raised', name: 'Ben', uuid: 'b' },
        { kind: 'hand-lowered', name: 'Ben', uuid: 'b' },
      ),
    );
    expect(said).toEqual([]);
  });

  it('is what changed in the room, once', () => {
    expect(announcementsOf(entries({ kind: 'locked' }, { kind: 'locked' }))).toEqual([{ kind: 'room', what: 'locked' }]);
  });
});

describe('The toolbar', () => {
  const wanted = ['share', 'hand', 'layout', 'people', 'chat'] as const;

  it('keeps microphone, camera, menu and the way out at 320 pixels, and the chat', () => {
    expect([...fit(320 - 30, wanted, 4, 3).tools].sort()).toEqual(['camera', 'chat', 'leave', 'microphone', 'more']);
  });

  it('has a place for the hand on an ordinary phone', () => {
    expect(fit(390 - 30, wanted, 0, 3).tools).toContain('hand');
  });

  it('holds everything on a wide screen, with a word on the way out', () => {
    const wide = fit(1280, wanted, 4, 6);
    expect(wide.tools.size).toBe(9);
    expect(wide.plugins).toBe(4);
    expect(wide.words).toBe(true);
  });

  it('never grows wider than the room that it has', () => {
    for (let width = 210; width <= 1000; width++) {
      const { tools, plugins, words } = fit(width, wanted, 6, 6);
      expect((tools.size + plugins) * 54 - 6 + (words ? 80 : 0)).toBeLessThanOrEqual(width);
    }
  });
});

describe('The layouts on offer', () => {
  it('are those of the server with its pictures, as images that can run nothing', () => {
    const [one] = offersOf(['1:7'], { '1:7': '<svg onload="alert(1)"/>' });
    expect(one?.name).toBe('1:7');
    expect(one?.picture).toMatch(/^data:image\/svg\+xml,%3Csvg/);
  });

  it('are taken with tags, without pictures, and from answers of no use', () => {
    expect(offersOf([{ name: 'ac', tags: ['adaptive'] }], null)).toEqual([{ name: 'ac', picture: null }]);
    expect(offersOf(null, 'nothing')).toEqual([]);
  });

  it('are said in words', () => {
    expect(layoutWords('1:0')).toEqual({ kind: 'speaker' });
    expect(layoutWords('4:0')).toEqual({ kind: 'equal', large: 4 });
    expect(layoutWords('2:21')).toEqual({ kind: 'mixed', large: 2, small: 21 });
    expect(layoutWords('five')).toEqual({ kind: 'other' });
  });
});

describe('People beside a presentation', () => {
  it('stand beside it on a wide screen and below it on a tall one', () => {
    expect(stripFor(1280, 640, 8).side).toBe('right');
    expect(stripFor(390, 640, 8).side).toBe('below');
  });

  it('leave most of the screen to what is shown', () => {
    expect(stripFor(1280, 640, 8).width).toBeLessThanOrEqual(240);
    expect(stripFor(320, 480, 8).height).toBeLessThanOrEqual(110);
  });
});

describe('A refusal', () => {
  it('says what to do, whatever the server called it', () => {
    expect(refusalKey('Invalid role')).toBe('inside.refusedRole');
    expect(refusalKey('Participant not found')).toBe('inside.refusedGone');
    expect(refusalKey('')).toBe('inside.refusedUnknown');
    expect(refusalKey('something new')).toBe('inside.refusedUnknown');
  });
});

describe("A plugin's icon", () => {
  const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0" stroke="currentColor"/></svg>';

  it('is put into the toolbar as elements', () => {
    const place = document.createElement('span');
    drawn(icon)(place);
    expect(place.querySelector('svg path')?.getAttribute('stroke')).toBe('currentColor');
  });

  it('that is no drawing leaves the place empty', () => {
    const place = document.createElement('span');
    drawn('<b>not an icon')(place);
    expect(place.childElementCount).toBe(0);
  });

  it('is a picture in the colour of letters in a menu', () => {
    expect(decodeURIComponent(pictureOf(icon, 'rgb(1, 2, 3)'))).toContain('stroke="rgb(1, 2, 3)"');
  });
});
