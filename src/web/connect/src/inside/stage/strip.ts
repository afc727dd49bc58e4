/** The row or column of people beside what is shown large. */
export interface Strip {
  readonly side: 'right' | 'below';
  readonly width: number;
  readonly height: number;
  readonly places: number;
}

/** Beside on a wide screen, below on a tall one, and never so large that what is shown gets small. */
export function stripFor(width: number, height: number, gap: number): Strip {
  if (width > height * 1.15) {
    const tile = Math.round(Math.min(240, Math.max(104, width * 0.18)));
    const tall = Math.round((tile * 9) / 16);
    return { side: 'right', width: tile, height: tall, places: fit(height, tall, gap) };
  }
  const tall = Math.round(Math.min(110, Math.max(64, height * 0.16)));
  const tile = Math.round((tall * 4) / 3);
  return { side: 'below', width: tile, height: tall, places: fit(width, tile, gap) };
}

function fit(room: number, tile: number, gap: number): number {
  return Math.max(1, Math.min(8, Math.floor((room + gap) / (tile + gap))));
}
