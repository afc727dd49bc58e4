/** A table as a spreadsheet reads it: with a byte-order mark, since without it some take accents for something else. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return '\uFEFF' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

/** One cell. A text that a spreadsheet would take for a formula gets an apostrophe before it: names and messages come from others. */
export function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^[\s\p{C}]*[=+\-@|＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
