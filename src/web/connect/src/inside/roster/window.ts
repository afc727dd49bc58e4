/** Which part of a long list is drawn: the lines `from` up to but without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Below this many people all are drawn, so that plugins which look for a row find it. */
export const drawAllBelow = 200;

/** Where each line begins, and at the end where the last one stops. */
export function topsOf(heights: readonly number[]): readonly number[] {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  return tops;
}

/** The lines in sight, with a margin of as many pixels above and below so that scrolling does not show gaps. */
export function stretchInSight(tops: readonly number[], scrolled: number, height: number, margin: number): Stretch {
  const lines = tops.length - 1;
  const from = lineAt(tops, scrolled - margin);
  const to = Math.min(lines, lineAt(tops, scrolled + height + margin) + 1);
  return { from: Math.min(from, lines), to: Math.max(to, Math.min(from, lines)) };
}

/** How far to scroll so that a line is in sight whole, below a heading of `covered` pixels; the same where it is already. */
export function scrollToShow(tops: readonly number[], line: number, scrolled: number, height: number, covered = 0): number {
  const top = tops[line] ?? 0;
  const bottom = tops[line + 1] ?? top;
  if (top - covered < scrolled) return Math.max(0, top - covered);
  if (bottom > scrolled + height) return bottom - height;
  return scrolled;
}

/** The line at a height, found by halving. */
function lineAt(tops: readonly number[], height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
