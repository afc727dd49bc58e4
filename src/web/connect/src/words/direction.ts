/** Languages whose lines begin at the right; only brandings bring them. The server has the same list for the first paint, in Tongue.cs. */
const fromTheRight = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'];

/** What the page's `dir` says; nothing where lines begin at the left. */
export function directionOf(code: string): 'rtl' | '' {
  return fromTheRight.includes(code.split('-')[0] ?? '') ? 'rtl' : '';
}

/** An arrow key as it moves along a line: where lines begin at the right, the left one leads on. */
export function alongTheLine(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}
