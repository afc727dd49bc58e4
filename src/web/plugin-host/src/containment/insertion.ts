import { replace } from './replacing';

type Anything = (this: unknown, ...args: unknown[]) => unknown;

/** Which of the arguments are nodes that come into the page, and which take the place of what the call was about. */
const ways: readonly (readonly [prototype: string, name: string, from: number, to: number])[] = [
  ['Node', 'appendChild', 0, 1], ['Node', 'insertBefore', 0, 1], ['Node', 'replaceChild', 0, 1],
  ...['append', 'prepend', 'replaceChildren'].flatMap((name) => ['Element', 'Document', 'DocumentFragment'].map((prototype) => [prototype, name, 0, Infinity] as const)),
  ...['before', 'after', 'replaceWith'].map((name) => ['Element', name, 0, Infinity] as const),
  ...['before', 'after', 'replaceWith'].map((name) => ['CharacterData', name, 0, Infinity] as const),
  ['Element', 'insertAdjacentElement', 1, 2], ['Range', 'insertNode', 0, 1],
];

/** Tells of every element that somebody puts into a tree, before it is there, and of every one that is taken out. */
export function hookInsertion(page: Window & typeof globalThis, told: { comes(root: Element, hook: Anything): void; goes(root: Element): void }): () => void {
  const look = (node: unknown, hook: Anything) => {
    if (node instanceof page.Element) told.comes(node, hook);
    else if (node instanceof page.DocumentFragment) for (const root of [...node.children]) told.comes(root, hook);
  };
  const prototypeOf = (name: string) => (Reflect.get(page, name) as { prototype: object }).prototype;
  const undo = ways.map(([prototype, name, from, to]) =>
    replace(prototypeOf(prototype), name, (native) => {
      const call = native as unknown as Anything;
      return function insert(this: unknown, ...args: unknown[]): unknown {
        for (let index = from; index < Math.min(to, args.length); index++) look(args[index], insert);
        return call.apply(this, args);
      };
    }),
  );
  const leaving = (prototype: string, name: string, whom: (self: unknown, args: readonly unknown[]) => unknown) =>
    replace(prototypeOf(prototype), name, (native) => {
      const call = native as unknown as Anything;
      return function remove(this: unknown, ...args: unknown[]): unknown {
        const node = whom(this, args);
        if (node instanceof page.Element) told.goes(node);
        return call.apply(this, args);
      };
    });
  undo.push(
    leaving('Node', 'removeChild', (_self, [child]) => child),
    leaving('Node', 'replaceChild', (_self, [, child]) => child),
    leaving('Element', 'remove', (self) => self),
    leaving('Element', 'replaceWith', (self) => self),
  );
  return () => undo.reverse().forEach((back) => back());
}
