/** What the toolbar may hold, in the order of the row. */
export type Tool = 'microphone' | 'camera' | 'share' | 'hand' | 'layout' | 'people' | 'chat' | 'more' | 'leave';

const always: readonly Tool[] = ['microphone', 'camera', 'more', 'leave'];
const first: readonly Tool[] = ['chat', 'people', 'hand'];
const last: readonly Tool[] = ['share', 'layout'];

/** What fits beside each other, and how many of the plugins' buttons; the rest goes into the menu. */
export interface Fit {
  readonly tools: ReadonlySet<Tool>;
  readonly plugins: number;
  /** Whether there is room for a word beside the way out. */
  readonly words: boolean;
}

export const button = 48;

/** By worth: what everybody needs, then what talks to the others, then what plugins brought, then the rest. */
export function fit(width: number, wanted: readonly Tool[], plugins: number, gap: number): Fit {
  const step = button + gap;
  const tools = new Set<Tool>(always);
  let left = width + gap - always.length * step;
  const take = (): boolean => {
    if (left < step) return false;
    left -= step;
    return true;
  };
  for (const tool of first) if (wanted.includes(tool) && take()) tools.add(tool);
  let shown = 0;
  while (shown < plugins && take()) shown++;
  for (const tool of last) if (wanted.includes(tool) && take()) tools.add(tool);
  return { tools, plugins: shown, words: left >= 80 };
}
