/** One layout on offer, with its picture where the server draws one. */
export interface LayoutOffer {
  readonly name: string;
  /** The address of the picture: an image, whose markup can do nothing to this page. */
  readonly picture: string | null;
}

/** Two answers become one list: what may be chosen, and how each looks. Neither is trusted to have the right shape. */
export function offersOf(available: unknown, pictures: unknown): readonly LayoutOffer[] {
  const drawn = pictures !== null && typeof pictures === 'object' ? (pictures as Readonly<Record<string, unknown>>) : {};
  const names = Array.isArray(available) ? available.map(nameOf).filter((name) => name !== null) : Object.keys(drawn);
  return names.map((name) => ({ name, picture: pictureOf(drawn[name]) }));
}

function nameOf(offer: unknown): string | null {
  if (typeof offer === 'string') return offer;
  if (offer !== null && typeof offer === 'object' && 'name' in offer && typeof offer.name === 'string') return offer.name;
  return null;
}

function pictureOf(svg: unknown): string | null {
  return typeof svg === 'string' && svg.trimStart().startsWith('<') ? `data:image/svg+xml,${encodeURIComponent(svg)}` : null;
}

/** What a layout's name says in words: so many large and so many small pictures. */
export type LayoutWords =
  | { readonly kind: 'speaker' }
  | { readonly kind: 'equal'; readonly large: number }
  | { readonly kind: 'mixed'; readonly large: number; readonly small: number }
  | { readonly kind: 'adaptive' | 'teams' | 'other' };

export function layoutWords(name: string): LayoutWords {
  const [, large, small] = /^(\d+):(\d+)$/.exec(name) ?? [];
  if (large !== undefined && small !== undefined) {
    const [big, little] = [Number(large), Number(small)];
    return little > 0 ? { kind: 'mixed', large: big, small: little } : big === 1 ? { kind: 'speaker' } : { kind: 'equal', large: big };
  }
  return { kind: name === 'ac' ? 'adaptive' : name === 'teams' ? 'teams' : 'other' };
}
