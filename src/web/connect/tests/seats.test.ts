import { describe, expect, it } from 'vitest';
import { seatsFor } from '../src/inside/stage/seats';
import { somebody } from './somebody';

const crowd = (size: number) => Array.from({ length: size }, (_, i) => somebody({ uuid: `p${String(i).padStart(3, '0')}`, startTime: i }));
const ids = (seats: ReturnType<typeof seatsFor>) => seats.shown.map((one) => one.uuid);

describe('Who has a tile', () => {
  it('is everybody while there is room, in the order of arrival', () => {
    const seats = seatsFor(crowd(25), 25, []);
    expect(seats.more).toBe(0);
    expect(ids(seats)).toEqual(crowd(25).map((one) => one.uuid));
  });

  it('leaves a place for the number of the others when there are too many', () => {
    const seats = seatsFor(crowd(500), 25, []);
    expect(seats.shown).toHaveLength(24);
    expect(seats.more).toBe(476);
  });

  it('is nobody who still waits outside or is being called', () => {
    const seats = seatsFor([somebody({ uuid: 'in' }), somebody({ uuid: 'out', waiting: true }), somebody({ uuid: 'ringing', connecting: true })], 25, []);
    expect(ids(seats)).toEqual(['in']);
  });

  it('brings whoever speaks onto the stage', () => {
    const people = crowd(100).map((one, i) => (i === 90 ? { ...one, stageIndex: 0, vad: 100 } : one));
    expect(ids(seatsFor(people, 9, ids(seatsFor(crowd(100), 9, []))))).toContain('p090');
  });

  it('moves nobody who stays', () => {
    const before = ids(seatsFor(crowd(100), 9, []));
    const people = crowd(100).map((one, i) => (i === 90 ? { ...one, stageIndex: 0 } : one));
    const after = ids(seatsFor(people, 9, before));
    const moved = after.filter((uuid, place) => before.includes(uuid) && before[place] !== uuid);
    expect(moved).toEqual([]);
  });

  it('does not change while those on the stage take turns', () => {
    const speaking = (turn: number) => crowd(100).map((one, i) => (i < 8 ? { ...one, stageIndex: (i + turn) % 8 } : one));
    const first = ids(seatsFor(speaking(0), 9, []));
    for (let turn = 1; turn < 8; turn++) expect(ids(seatsFor(speaking(turn), 9, first))).toEqual(first);
  });

  it('puts spotlights first, the earliest before the later', () => {
    const people = crowd(100).map((one, i) => (i === 50 ? { ...one, spotlight: 20 } : i === 60 ? { ...one, spotlight: 10 } : one));
    expect(ids(seatsFor(people, 9, [])).slice(0, 2)).toEqual(['p060', 'p050']);
  });

  it('closes the gap that somebody leaves', () => {
    const before = ids(seatsFor(crowd(5), 25, []));
    expect(ids(seatsFor(crowd(5).filter((one) => one.uuid !== 'p002'), 25, before))).toEqual(['p000', 'p001', 'p004', 'p003']);
  });
});
