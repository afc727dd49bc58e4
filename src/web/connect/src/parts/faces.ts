const hues = 14;

/** One or two letters for a name: of its first and last word, in any script; a lone emoji stays whole. */
export function initials(name: string): string {
  // What stands in brackets says something about somebody, and is no name.
  const bare = name.replace(/\([^)]*\)/gu, ' ').trim() || name.trim();
  const words = bare.split(/[\s._@:()-]+/u).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? '')).join('') || '?';
}

/** The same hue for the same person, on every screen and in every meeting with that id. */
export function hueOf(id: string): number {
  const sum = [...id].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);
  return Math.round(((sum % hues) * 360) / hues);
}

// One for all: making a segmenter costs more than everything else that a row of the roster needs.
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
  const [first] = segmenter.segment(word);
  return (first?.segment ?? '').toLocaleUpperCase();
}
