import type { Attribution } from './attribution';
import { replace } from './replacing';

type Listener = EventListenerOrEventListenerObject;

/** Listeners that a plugin adds are entered in its name and go with it, also those on the page's own elements. */
export function hookListeners(page: Window & typeof globalThis, attribution: Attribution): () => void {
  const wrappers = new WeakMap<Listener, WeakMap<EventTarget, Map<string, { readonly wrapped: Listener; forget(): void }>>>();
  const prototype = page.EventTarget.prototype;
  const add = prototype.addEventListener;
  const remove = prototype.removeEventListener;
  const slotOf = (type: string, options: unknown) => `${type} ${typeof options === 'object' && options !== null ? Boolean((options as AddEventListenerOptions).capture) : Boolean(options)}`;

  function listen(this: EventTarget | undefined, type: string, listener: Listener | null, options?: boolean | AddEventListenerOptions): void {
    const target = this ?? page;
    const owner = listener ? attribution.ofCaller(listen as () => void) : null;
    if (!owner || !listener) return add.call(target, type, listener, options);
    if (!owner.open) return;
    const perTarget = wrappers.get(listener) ?? new WeakMap<EventTarget, Map<string, { readonly wrapped: Listener; forget(): void }>>();
    const slots = perTarget.get(target) ?? new Map<string, { readonly wrapped: Listener; forget(): void }>();
    wrappers.set(listener, perTarget);
    perTarget.set(target, slots);
    const slot = slotOf(type, options);
    if (slots.has(slot)) return;
    const once = typeof options === 'object' && options?.once === true;
    const wrapped = function (this: unknown, event: Event) {
      if (once) drop();
      owner.enter(`listener for ${type}`, () => (typeof listener === 'function' ? (listener.call(this as EventTarget, event) as unknown) : listener.handleEvent(event)));
    };
    const forget = owner.holdings.hold({
      kind: 'listener',
      release: () => remove.call(target, type, wrapped, options),
      again: () => add.call(target, type, wrapped, options),
    });
    const drop = () => {
      slots.delete(slot);
      forget();
    };
    slots.set(slot, { wrapped, forget: drop });
    add.call(target, type, wrapped, options);
  }

  function unlisten(this: EventTarget | undefined, type: string, listener: Listener | null, options?: boolean | EventListenerOptions): void {
    const target = this ?? page;
    const known = listener ? wrappers.get(listener)?.get(target)?.get(slotOf(type, options)) : undefined;
    known?.forget();
    remove.call(target, type, known?.wrapped ?? listener, options);
  }

  const undo = [replace(prototype, 'addEventListener', () => listen), replace(prototype, 'removeEventListener', () => unlisten)];
  return () => undo.forEach((back) => back());
}
