/** The longest message that the server takes. */
export const longestMessage = 32 * 1024;

/** From here on the space that is left is shown. */
const tightFrom = longestMessage - 1000;

/** How many letters are left, once it gets tight; negative when there are too many. */
export function roomLeft(text: string): number | null {
  return text.length < tightFrom ? null : longestMessage - text.length;
}

export function canSend(text: string): boolean {
  return text.trim() !== '' && text.length <= longestMessage;
}
