/** How many tiles stand beside and above each other, and how large each is. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
}

const widest = 16 / 9;
const narrowest = 3 / 4;

/** The arrangement in which the tiles are largest: cells are filled, within shapes that still suit a face. */
export function gridFor(count: number, width: number, height: number, gap: number): Grid {
  let best: Grid = { columns: 1, rows: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cell = { width: (width - gap * (columns - 1)) / columns, height: (height - gap * (rows - 1)) / rows };
    if (cell.width <= 0 || cell.height <= 0) continue;
    const shape = Math.min(widest, Math.max(narrowest, cell.width / cell.height));
    const tile = { width: Math.floor(Math.min(cell.width, cell.height * shape)), height: Math.floor(Math.min(cell.height, cell.width / shape)) };
    if (tile.width * tile.height > best.width * best.height) best = { columns, rows, ...tile };
  }
  return best;
}

const smallest = { width: 112, height: 84 };

/** How many tiles fit before they get too small to be told apart; never more than anybody can follow. */
export function roomFor(width: number, height: number, gap: number): number {
  const across = Math.floor((width + gap) / (smallest.width + gap));
  const down = Math.floor((height + gap) / (smallest.height + gap));
  return Math.max(1, Math.min(25, across * down));
}
