import { describe, expect, it } from 'vitest';
import { gridFor, roomFor } from '../src/inside/stage/grid';

describe('The grid of tiles', () => {
  const stages = [[1280, 720], [390, 600], [320, 440], [844, 300], [3440, 1200]] as const;

  it('always fits into the stage, for 1 to 25 people on every screen', () => {
    for (const [width, height] of stages)
      for (let people = 1; people <= 25; people++) {
        const grid = gridFor(people, width, height, 8);
        expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(people);
        expect(grid.width).toBeGreaterThan(0);
        expect(grid.columns * grid.width + (grid.columns - 1) * 8).toBeLessThanOrEqual(width);
        expect(grid.rows * grid.height + (grid.rows - 1) * 8).toBeLessThanOrEqual(height);
      }
  });

  it('puts two people beside each other on a wide screen and above each other on a tall one', () => {
    expect(gridFor(2, 1280, 720, 8)).toMatchObject({ columns: 2, rows: 1 });
    expect(gridFor(2, 390, 700, 8)).toMatchObject({ columns: 1, rows: 2 });
  });

  it('never stretches a tile beyond 16:9', () => {
    const { width, height } = gridFor(1, 3440, 1200, 8);
    expect(width / height).toBeCloseTo(16 / 9, 2);
  });

  it('takes more people than fit on a phone only where tiles stay large enough', () => {
    expect(roomFor(320, 440, 8)).toBe(8);
    expect(roomFor(1280, 720, 8)).toBe(25);
    expect(roomFor(40, 40, 8)).toBe(1);
  });
});
