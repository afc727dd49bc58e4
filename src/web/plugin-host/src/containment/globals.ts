import type { Owner } from './owner';

/** Names that plugins leave in `window`, and what they put in the place of the browser's own. */
export interface Globals {
  /** Remembers how things are; the returned function puts what changed since then down to the plugin. */
  watch(): (owner: Owner) => void;
  /** What could not be taken away from the page. */
  leftBy(owner: Owner): readonly string[];
}

/** Web functions that plugins do replace, some of them for good reasons; they get the old ones back at unload. */
const replaceable = (page: Window & typeof globalThis): readonly (readonly [string, object, string])[] => [
  ...['fetch', 'setTimeout', 'setInterval', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'MediaStream', 'alert', 'confirm', 'prompt', 'open', 'PexRTC', 'MutationObserver', 'requestAnimationFrame'].map(
    (name) => ['window', page, name] as const,
  ),
  ...['log', 'warn', 'error'].map((name) => ['console', page.console, name] as const),
  ...['getUserMedia', 'getDisplayMedia', 'enumerateDevices'].map((name) => ['navigator.mediaDevices', page.navigator.mediaDevices ?? {}, name] as const),
  ...['addEventListener', 'removeEventListener', 'dispatchEvent'].map((name) => ['EventTarget.prototype', page.EventTarget.prototype, name] as const),
  ...['createElement', 'getElementById', 'querySelector', 'querySelectorAll'].map((name) => ['Document.prototype', page.Document.prototype, name] as const),
  ...['appendChild', 'insertBefore', 'removeChild', 'cloneNode'].map((name) => ['Node.prototype', page.Node.prototype, name] as const),
  ...['pushState', 'replaceState'].map((name) => ['history', page.History?.prototype ?? {}, name] as const),
  ...['open', 'send'].map((name) => ['XMLHttpRequest.prototype', page.XMLHttpRequest?.prototype ?? {}, name] as const),
];

export function createGlobals(page: Window & typeof globalThis): Globals {
  const left = new Map<Owner, Set<string>>();
  const watched = replaceable(page);
  const handlers: readonly (readonly [object, string])[] = [page, page.document].flatMap((target) => {
    const names: (readonly [object, string])[] = [];
    for (const name in target) if (name.startsWith('on')) names.push([target, name]);
    return names;
  });
  const valuesOf = () => watched.map(([, target, name]) => Reflect.get(target, name) as unknown);
  const handlersOf = () => handlers.map(([target, name]) => Reflect.get(target, name) as unknown);

  const claimName = (owner: Owner, name: string) => {
    const descriptor = Object.getOwnPropertyDescriptor(page, name);
    if (!descriptor) return;
    if (!descriptor.configurable) {
      left.set(owner, (left.get(owner) ?? new Set()).add(name));
      return;
    }
    let kept = descriptor;
    owner.holdings.hold({
      kind: 'global',
      release() {
        kept = Object.getOwnPropertyDescriptor(page, name) ?? kept;
        Reflect.deleteProperty(page, name);
      },
      again: () => void Object.defineProperty(page, name, kept),
    });
  };

  const claimReplaced = (owner: Owner, where: string, target: object, name: string, before: unknown, now: unknown) => {
    owner.note(`It replaced ${where}.${name}`);
    owner.holdings.hold({
      kind: 'replaced function',
      release: () => void (Reflect.get(target, name) === now && Reflect.set(target, name, before)),
      again: () => void Reflect.set(target, name, now),
    });
  };

  return {
    watch() {
      const before = Object.getOwnPropertyNames(page);
      const values = valuesOf();
      const listening = handlersOf();
      return (owner) => {
        for (const name of added(before, Object.getOwnPropertyNames(page))) if (name !== 'PEX' && !/^\d+$/.test(name)) claimName(owner, name);
        for (const [index, now] of valuesOf().entries()) {
          const [where, target, name] = watched[index] ?? ['', {}, ''];
          if (now !== values[index]) claimReplaced(owner, where, target, name, values[index], now);
        }
        for (const [index, now] of handlersOf().entries()) {
          const [target, name] = handlers[index] ?? [{}, ''];
          const earlier = listening[index];
          if (now === earlier || typeof now !== 'function') continue;
          owner.holdings.hold({ kind: 'listener', release: () => void (Reflect.get(target, name) === now && Reflect.set(target, name, earlier)), again: () => void Reflect.set(target, name, now) });
        }
      };
    },
    leftBy: (owner) => [...(left.get(owner) ?? [])],
  };
}

/** Names come in the order in which they were added, so most often a look at the last one says that there are none. */
function added(before: readonly string[], now: readonly string[]): readonly string[] {
  if (now.length === before.length && now.at(-1) === before.at(-1)) return [];
  const known = new Set(before);
  return now.filter((name) => !known.has(name));
}
