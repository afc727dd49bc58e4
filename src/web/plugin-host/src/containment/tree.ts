import type { Attribution } from './attribution';
import type { Owner } from './owner';
import { replace } from './replacing';

/** Knows which elements of the page plugins made, so that they go with them and events in them are put down to them. */
export interface Tree {
  own(element: Element, owner: Owner): void;
  ownerOf(target: EventTarget | null): Owner | null;
  /** Takes what a plugin made out of the page. */
  clear(owner: Owner): void;
  count(owner: Owner): number;
  undo(): void;
}

const many = 5000;

export function hookTree(page: Window & typeof globalThis, attribution: Attribution): Tree {
  const owners = new WeakMap<Element, Owner>();
  const made = new Map<Owner, Set<WeakRef<Element>>>();
  const document = page.document;

  const own = (element: Element, owner: Owner) => {
    if (owners.has(element)) return;
    owners.set(element, owner);
    if (element.localName === 'script') attribution.claimScript(element as HTMLScriptElement, owner);
    if (owner.holdings.scripting) return holdAsScripts(element, owner);
    const set = made.get(owner) ?? new Set<WeakRef<Element>>();
    made.set(owner, set);
    set.add(new WeakRef(element));
    if (set.size % many === 0) prune(owner, set);
  };
  /** A style that the source puts there while it runs goes with unload and comes back with the next load. */
  const holdAsScripts = (element: Element, owner: Owner) => {
    let parent: ParentNode | null = null;
    owner.holdings.hold({
      kind: 'element',
      release() {
        parent = element.isConnected && !(element.parentElement && owners.has(element.parentElement)) ? element.parentNode : null;
        if (parent) element.remove();
      },
      again: () => void parent?.append(element),
    });
  };
  const prune = (owner: Owner, set: Set<WeakRef<Element>>) => {
    for (const ref of set) if (!ref.deref()) set.delete(ref);
    if (set.size >= many) owner.note(`It keeps ${set.size} elements; the page becomes slow`);
  };
  const mine = (make: (...args: never[]) => unknown) => {
    function create(this: unknown, ...args: unknown[]): unknown {
      const element = (make as (...args: unknown[]) => unknown).apply(this, args);
      const owner = attribution.ofCaller(create);
      if (owner && element instanceof page.Element) own(element, owner);
      return element;
    }
    return create;
  };
  /** What appears below an element of the app while a plugin writes markup into it is the plugin's. */
  const writing = (hook: (...args: never[]) => unknown, element: Element, write: () => void) => {
    const owner = attribution.ofCaller(hook);
    if (!owner || owners.has(element)) return write();
    const around = element.parentElement ?? element;
    const before = new Set(around.querySelectorAll('*'));
    write();
    for (const found of around.querySelectorAll('*')) if (!before.has(found)) own(found, owner);
  };

  const undo = [
    replace(page.Document.prototype, 'createElement', mine),
    replace(page.Document.prototype, 'createElementNS', mine),
    replace(page.Node.prototype, 'cloneNode', (native) =>
      function (this: Node, deep?: boolean): Node {
        const copy = (native as unknown as (this: Node, deep?: boolean) => Node).call(this, deep);
        const owner = this instanceof page.Element ? owners.get(this) : undefined;
        if (owner && copy instanceof page.Element) own(copy, owner);
        return copy;
      },
    ),
    replace(page.Element.prototype, 'insertAdjacentHTML', (native) =>
      function insert(this: Element, ...args: unknown[]): void {
        writing(insert, this, () => (native as unknown as (...args: unknown[]) => void).apply(this, args));
      },
    ),
  ];
  const inner = Object.getOwnPropertyDescriptor(page.Element.prototype, 'innerHTML');
  if (inner?.set && inner.get) {
    const { get, set } = inner;
    const write = function (this: Element, markup: string): void {
      writing(write, this, () => set.call(this, markup));
    };
    Object.defineProperty(page.Element.prototype, 'innerHTML', { ...inner, get, set: write });
    undo.push(() => Object.defineProperty(page.Element.prototype, 'innerHTML', inner));
  }

  const ownerOf = (target: EventTarget | null): Owner | null => {
    for (let element = target instanceof page.Element ? target : null; element; element = element.parentElement) {
      const owner = owners.get(element);
      if (owner) return owner;
    }
    return null;
  };

  // Inline handlers and `onclick` properties have no frame that names their plugin, so the event's target does.
  const types = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'input', 'change', 'submit', 'focusin', 'focusout', 'load', 'error'];
  const begin = (event: Event) => {
    const owner = ownerOf(event.target);
    if (owner) attribution.duringTask(owner);
  };
  for (const type of types) document.addEventListener(type, begin, true);
  undo.push(() => types.forEach((type) => document.removeEventListener(type, begin, true)));

  return {
    own,
    ownerOf,
    clear(owner) {
      for (const ref of made.get(owner) ?? []) {
        const element = ref.deref();
        if (element?.isConnected && !['html', 'head', 'body'].includes(element.localName)) element.remove();
      }
      made.delete(owner);
    },
    count: (owner) => [...(made.get(owner) ?? [])].filter((ref) => ref.deref()?.isConnected).length,
    undo: () => undo.reverse().forEach((back) => back()),
  };
}
