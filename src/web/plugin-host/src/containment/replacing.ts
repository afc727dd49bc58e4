/** Puts a function of ours in the place of one of the page's; the returned function puts the old one back if ours is still there. */
export function replace<T extends object>(target: T, name: PropertyKey, make: (before: (...args: never[]) => unknown) => unknown): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(target, name) ?? inherited(target, name);
  const before = (descriptor?.value ?? Reflect.get(target, name)) as (...args: never[]) => unknown;
  if (typeof before !== 'function') return () => undefined;
  const own = Object.hasOwn(target, name);
  const ours = make(before);
  Object.defineProperty(target, name, { value: ours, writable: true, configurable: true, enumerable: descriptor?.enumerable ?? true });
  return () => {
    if (Reflect.get(target, name) !== ours) return;
    if (own && descriptor) Object.defineProperty(target, name, descriptor);
    else Reflect.deleteProperty(target, name);
  };
}

function inherited(target: object, name: PropertyKey): PropertyDescriptor | undefined {
  for (let owner: object | null = Object.getPrototypeOf(target) as object | null; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found) return found;
  }
  return undefined;
}
