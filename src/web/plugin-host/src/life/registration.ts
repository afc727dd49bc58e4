import type { Owner } from '../containment/owner';

/** What a plugin registered. Everything is looked up when it is needed, as plugins fill the object in later too. */
export interface Registered {
  readonly id: string | null;
  /** Runs a function of it inside the line around its plugin; undefined where there is none of that name. */
  call(entry: string, name: string, args: readonly unknown[]): unknown;
  has(name: string): boolean;
  /** Listens to its state; ends with the returned function. */
  watch(told: (state: unknown) => void): () => void;
}

export function registeredOf(given: unknown, owner: Owner): Registered | null {
  if (typeof given !== 'object' || given === null) return null;
  const fields = given as Readonly<Record<string, unknown>>;
  const get = (name: string) => owner.enter(`registered ${name}`, () => fields[name]);
  const id = get('id');
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    has: (name) => typeof get(name) === 'function',
    call: (entry, name, args) =>
      owner.enter(entry, () => {
        const found = fields[name];
        if (typeof found !== 'function') throw new TypeError(`The function ${name} is not registered`);
        return found.apply(given, args) as unknown;
      }),
    watch(told) {
      const state$ = get('state$') as { subscribe?: (next: (state: unknown) => void) => unknown } | undefined;
      if (typeof state$?.subscribe !== 'function') return () => undefined;
      const subscription = owner.enter('state$', () => state$.subscribe?.(told)) as { unsubscribe?: () => void } | undefined;
      return () => void owner.enter('state$', () => subscription?.unsubscribe?.());
    },
  };
}
