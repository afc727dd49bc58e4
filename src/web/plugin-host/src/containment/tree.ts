import type { Attribution } from './attribution';
import type { Owner } from './owner';
import type { HangMark } from './hang';
import { hookInsertion } from './insertion';
import { siteOf } from '../blocked';
import { replace } from './replacing';

/** Knows which elements of the page plugins made, so that they go with them and events in them are put down to them. */
export interface Tree {
  own(element: Element, owner: Owner): void;
  ownerOf(target: EventTarget | null): Owner | null;
  /** Who brought what the page has of a site: of what is blocked a browser may tell no more. */
  ownerOfSite(site: string): Owner | null;
  /** Takes what a plugin made out of the page. */
  clear(owner: Owner): void;
  count(owner: Owner): number;
  undo(): void;
}

const many = 5000;

export function hookTree(page: Window & typeof globalThis, attribution: Attribution, mark: HangMark): Tree {
  const owners = new WeakMap<Element, Owner>();
  const made = new Map<Owner, Set<WeakRef<Element>>>();
  const document = page.document;

  /** The page's own that somebody took out: who puts one of them back has not made it. */
  const takenOut = new WeakSet<Element>();
  const refs = new WeakMap<Element, WeakRef<Element>>();

  const remember = (element: Element, owner: Owner) => {
    const ref = refs.get(element) ?? new WeakRef(element);
    refs.set(element, ref);
    const set = made.get(owner) ?? new Set<WeakRef<Element>>();
    made.set(owner, set);
    if (set.has(ref)) return;
    set.add(ref);
    if (set.size % many === 0) prune(owner, set);
  };
  const own = (element: Element, owner: Owner) => {
    if (owners.has(element)) return;
    owners.set(element, owner);
    if (element.localName === 'script') attribution.claimScript(element as HTMLScriptElement, owner);
    if (owner.holdings.scripting) return holdAsScripts(element, owner);
    remember(element, owner);
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
  const ownerOf = (target: EventTarget | null): Owner | null => {
    for (let element = target instanceof page.Element ? target : null; element; element = element.parentElement) {
      const owner = owners.get(element);
      if (owner) return owner;
    }
    return null;
  };
  const ownerOfSite = (site: string): Owner | null => {
    for (const element of document.querySelectorAll<HTMLScriptElement & HTMLLinkElement>('[src], [href]')) {
      const owner = siteOf(element.src || element.href || '') === site ? ownerOf(element) : null;
      if (owner) return owner;
    }
    return null;
  };
  /** What appears below an element of the app while a plugin writes markup into it is the plugin's. */
  const writing = (hook: (...args: never[]) => unknown, around: Element | null, write: () => void) => {
    const owner = around && !owners.has(around) ? attribution.ofCaller(hook) : null;
    if (!owner || !around) return write();
    const before = new Set(around.querySelectorAll('*'));
    write();
    for (const found of around.querySelectorAll('*')) if (!before.has(found)) own(found, owner);
  };
  /** Markup comes into the page in more ways than anybody could watch; this is where it arrives. */
  const comes = (root: Element, hook: (...args: never[]) => unknown) => {
    const known = owners.get(root);
    // What a plugin kept over its unload and shows anew.
    if (known) return void (known.open && !known.holdings.scripting && remember(root, known));
    if (takenOut.has(root)) return;
    const owner = root.isConnected && root.ownerDocument === document ? ownerOf(root) : attribution.ofCaller(hook);
    if (owner) own(root, owner);
  };
  const goes = (root: Element) => {
    if (!root.isConnected || root.ownerDocument !== document || owners.has(root)) return;
    const owner = ownerOf(root);
    if (owner) own(root, owner);
    else takenOut.add(root);
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
        const beside = /^(beforebegin|afterend)$/i.test(String(args[0]));
        writing(insert, beside ? this.parentElement : this, () => (native as unknown as (...args: unknown[]) => void).apply(this, args));
      },
    ),
  ];
  const hookMarkup = (name: 'innerHTML' | 'outerHTML', around: (element: Element) => Element | null) => {
    const markup = Object.getOwnPropertyDescriptor(page.Element.prototype, name);
    const set = markup?.set;
    if (!markup || !set) return;
    const write = function (this: Element, text: string): void {
      writing(write, around(this), () => set.call(this, text));
    };
    Object.defineProperty(page.Element.prototype, name, { ...markup, set: write });
    undo.push(() => Object.defineProperty(page.Element.prototype, name, markup));
  };
  hookMarkup('innerHTML', (element) => element);
  hookMarkup('outerHTML', (element) => element.parentElement);
  undo.push(hookInsertion(page, { comes, goes }));

  // Inline handlers and `onclick` properties have no frame that names their plugin, so the event's target does.
  const types = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'keyup', 'input', 'change', 'submit', 'focusin', 'focusout', 'load', 'error'];
  const begin = (event: Event) => {
    const owner = ownerOf(event.target);
    if (!owner) return;
    attribution.duringTask(owner);
    if (owner.open) mark.duringTask(owner.key, `event ${event.type}`);
  };
  for (const type of types) document.addEventListener(type, begin, true);
  undo.push(() => types.forEach((type) => document.removeEventListener(type, begin, true)));

  return {
    own,
    ownerOf,
    ownerOfSite,
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
