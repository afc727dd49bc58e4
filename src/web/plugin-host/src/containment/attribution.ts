import { natives } from './natives';
import type { Owner } from './owner';

/** Tells whose code is running: by what the host entered, by the script element, by the event's target, and else by the stack. */
export interface Attribution {
  /** For what plugins alone call: `window.PEX`. */
  current(): Owner | null;
  /**
   * For what everybody calls, such as `setTimeout`: only what a plugin's own code calls is the plugin's, not what the app
   * does on its behalf. The hook is the function that was called in the place of the browser's.
   */
  ofCaller(hook: (...args: never[]) => unknown): Owner | null;
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

/** Where the app's own code lies; in a built app that is the folder of its scripts. */
const ours = import.meta.url.replace(/(?:containment\/)?[^/]*$/, '').replace(/^file:\/\//, '');

/** Chromium's, and lately everybody's: leaves out the frames above the one that is asked about. */
const tracing = Error as unknown as { stackTraceLimit?: number; captureStackTrace?: (into: object, below?: unknown) => void };
const capture = tracing.captureStackTrace?.bind(Error);

function stackBelow(hook?: unknown, frames = deepest): string {
  const limit = tracing.stackTraceLimit;
  if (limit !== undefined) tracing.stackTraceLimit = frames;
  const trace: { stack?: string } = hook && capture ? {} : new Error();
  if (hook && capture) capture(trace, hook);
  if (limit !== undefined) tracing.stackTraceLimit = limit;
  return trace.stack ?? '';
}

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

  const known = () => running.at(-1) ?? (page.currentScript && scripts.get(page.currentScript)) ?? task;
  const ofHere = (): Owner | null => (urls.size === 0 ? null : ofStack(stackBelow()));

  const attribution: Attribution = {
    current: () => known() ?? ofHere(),
    ofCaller(hook) {
      if (urls.size === 0) return null;
      if (!capture) return known() ?? ofHere();
      // The app calls these often, and its name is at the top.
      if (stackBelow(hook, 1).includes(ours)) return null;
      for (const line of stackBelow(hook).split('\n')) {
        const owner = ofLine(line);
        if (owner) return owner;
        if (line.includes(ours)) return null;
      }
      return known() ?? null;
    },
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
