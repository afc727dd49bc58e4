import { natives } from './natives';
import type { Owner } from './owner';

/** Tells whose code is running: by what the host entered, by the script element, by the event's target, and else by the stack. */
export interface Attribution {
  current(): Owner | null;
  running<T>(owner: Owner, act: () => T): T;
  /** Until this task ends, what nobody else is to blame for is this plugin's. */
  duringTask(owner: Owner): () => void;
  ofUrl(url: string): Owner | null;
  ofStack(stack: string): Owner | null;
  /** Errors of inline handlers have the page's address, so the running owner counts where the stack names nobody. */
  ofError(reason: unknown): Owner | null;
  claimScript(element: HTMLScriptElement, owner: Owner): void;
  claimUrl(url: string, owner: Owner): void;
  claimFolder(url: string, owner: Owner): void;
}

const deepest = 60;

export function createAttribution(page: Document): Attribution {
  const running: Owner[] = [];
  const scripts = new WeakMap<Element, Owner>();
  const urls = new Map<string, Owner>();
  const folders = new Map<string, Owner>();
  let task: Owner | null = null;

  const ofLine = (line: string): Owner | null => {
    for (const [url, owner] of urls) if (line.includes(url)) return owner;
    let longest = '';
    for (const folder of folders.keys()) if (folder.length > longest.length && line.includes(folder)) longest = folder;
    return folders.get(longest) ?? null;
  };

  const ofStack = (stack: string): Owner | null => {
    if (![...urls.keys(), ...folders.keys()].some((known) => stack.includes(known))) return null;
    for (const line of stack.split('\n')) {
      const owner = ofLine(line);
      if (owner) return owner;
    }
    return null;
  };

  const ofHere = (): Owner | null => {
    if (urls.size === 0) return null;
    // Chromium alone has it; elsewhere stacks are deep enough.
    const chromium = Error as { stackTraceLimit?: number };
    const limit = chromium.stackTraceLimit;
    if (limit !== undefined) chromium.stackTraceLimit = deepest;
    const stack = new Error().stack ?? '';
    if (limit !== undefined) chromium.stackTraceLimit = limit;
    return ofStack(stack);
  };

  const attribution: Attribution = {
    current: () => running.at(-1) ?? (page.currentScript && scripts.get(page.currentScript)) ?? task ?? ofHere(),
    running(owner, act) {
      running.push(owner);
      try {
        return act();
      } finally {
        running.pop();
      }
    },
    duringTask(owner) {
      task = owner;
      const end = () => {
        if (task === owner) task = null;
      };
      natives.setTimeout(end, 0);
      return end;
    },
    ofUrl: (url) => (url ? ofLine(url) : null),
    ofStack,
    ofError(reason) {
      const stack = reason instanceof Error ? reason.stack : undefined;
      return (stack && ofStack(stack)) || running.at(-1) || task;
    },
    claimScript: (element, owner) => void scripts.set(element, owner),
    claimUrl: (url, owner) => void urls.set(url.replace(/#.*$/, ''), owner),
    claimFolder(url, owner) {
      // A folder that two plugins share says nothing; their scripts still do.
      const taken = folders.get(url);
      if (taken && taken !== owner) folders.delete(url);
      else folders.set(url, owner);
    },
  };
  return attribution;
}
