/** A piece of somebody's message: words, or an address that may be followed. */
export type Piece = { readonly text: string; readonly href: null } | { readonly text: string; readonly href: string };

// Marks that turn the direction of writing could make an address read as another, so an address ends before one.
const address = /\bhttps?:\/\/[^\s<>"'`\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;

/** Cuts a message into words and addresses. Only http and https are addresses, and never one that carries a name and password. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(address)) {
    const shown = withoutPunctuation(found[0]);
    const href = safeAddress(shown);
    if (href === null) continue;
    if (found.index > done) pieces.push({ text: text.slice(done, found.index), href: null });
    pieces.push({ text: shown, href });
    done = found.index + shown.length;
  }
  if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done), href: null });
  return pieces;
}

function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.hostname === '' || url.username !== '' || url.password !== '' ? null : url.href;
}

/** What ends a sentence does not belong to the address in it; a closing bracket does if it was opened inside. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  for (;;) {
    const last = text.charAt(end - 1);
    if (/[.,;:!?…*_~]/.test(last)) end--;
    else if (last === ')' && count(text, '(', end) < count(text, ')', end)) end--;
    else if (last === ']' && count(text, '[', end) < count(text, ']', end)) end--;
    else return text.slice(0, end);
  }
}

function count(text: string, letter: string, end: number): number {
  return text.slice(0, end).split(letter).length - 1;
}
