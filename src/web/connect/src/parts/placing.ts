export type Side = 'above' | 'below';

/** Puts a floating part beside its anchor, inside the window, on the other side where this one has no room. */
export function place(part: HTMLElement, anchor: DOMRect, side: Side, align: 'start' | 'centre' | 'end' = 'centre'): void {
  const gap = 8;
  const { width, height } = part.getBoundingClientRect();
  const above = anchor.top - gap - height;
  const below = anchor.bottom + gap;
  const fitsAbove = above >= gap;
  const fitsBelow = below + height <= innerHeight - gap;
  const top = side === 'above' ? (fitsAbove || !fitsBelow ? above : below) : (fitsBelow || !fitsAbove ? below : above);
  const fromTheRight = document.documentElement.dir === 'rtl';
  const left = align === (fromTheRight ? 'end' : 'start') ? anchor.left : align !== 'centre' ? anchor.right - width : anchor.left + (anchor.width - width) / 2;
  part.style.top = `${clamp(top, gap, innerHeight - height - gap)}px`;
  part.style.left = `${clamp(left, gap, innerWidth - width - gap)}px`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
