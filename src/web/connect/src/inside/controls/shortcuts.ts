/** What a single key does inside a meeting. */
export const shortcutKeys = {
  m: 'microphone',
  c: 'camera',
  h: 'hand',
  s: 'side-bar',
  '?': 'shortcuts',
} as const;

export type Shortcut = (typeof shortcutKeys)[keyof typeof shortcutKeys];

interface Press {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly repeat?: boolean;
  readonly defaultPrevented?: boolean;
  readonly isComposing?: boolean;
  readonly target: unknown;
}

/** Never while somebody types, and never a combination that is the browser's. Plugins send such presses too, some without a key. */
export function shortcutOf(press: Press): Shortcut | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.defaultPrevented || press.isComposing) return null;
  if (isTyping(press.target)) return null;
  const key = (press.key || (press.code ?? '').replace(/^Key/, '')).toLowerCase();
  return key in shortcutKeys ? shortcutKeys[key as keyof typeof shortcutKeys] : null;
}

const typed = 'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]';

function isTyping(target: unknown): boolean {
  return target instanceof Element && target.closest(typed) !== null;
}
