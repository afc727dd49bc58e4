/** Hands a text to the browser as a file to keep. */
export function save(name: string, type: 'text/csv' | 'text/plain', text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser still reads from the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
