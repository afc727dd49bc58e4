/** The language's own objects: everything in the page stands on them, so a plugin may not put others in their place. */
export interface Intrinsics {
  /** Puts back what was changed; names it. */
  repair(): readonly string[];
  /** Whether what is used most is as it was: cheap enough to ask after every piece of a plugin's code. */
  atGlance(): boolean;
}

const roots = ['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'RegExp', 'Date', 'Math', 'JSON', 'Reflect', 'Error', 'Proxy', 'URL', 'Event'];

const vital: readonly (readonly [string, readonly string[]])[] = [
  ['Array', ['forEach', 'map', 'filter', 'find', 'includes', 'push', 'slice', 'splice', 'indexOf', 'some', 'join', 'concat']],
  ['Object', ['hasOwnProperty', 'toString', 'valueOf']],
  ['Promise', ['then', 'catch', 'finally']],
  ['Function', ['call', 'apply', 'bind']],
  ['Map', ['get', 'set', 'has', 'delete']],
  ['Set', ['add', 'has', 'delete']],
  ['String', ['replace', 'split', 'slice', 'startsWith', 'trim']],
];

interface Kept {
  readonly label: string;
  readonly target: object;
  readonly descriptors: ReadonlyMap<PropertyKey, PropertyDescriptor>;
}

// Taken now, as a plugin may replace these as well.
const { getOwnPropertyDescriptor, defineProperty } = Object;
const { ownKeys, get, deleteProperty } = Reflect;

export function keepIntrinsics(page: object): Intrinsics {
  const kept: Kept[] = [];
  const keep = (label: string, target: unknown) => {
    if ((typeof target !== 'object' && typeof target !== 'function') || target === null) return;
    const descriptors = new Map<PropertyKey, PropertyDescriptor>();
    for (const key of ownKeys(target)) {
      const descriptor = getOwnPropertyDescriptor(target, key);
      if (descriptor?.configurable && typeof key === 'string') descriptors.set(key, descriptor);
    }
    kept.push({ label, target, descriptors });
  };
  const names = new Map<PropertyKey, PropertyDescriptor>();
  for (const name of roots) {
    const root = get(page, name) as { prototype?: unknown } | undefined;
    const descriptor = getOwnPropertyDescriptor(page, name);
    if (descriptor) names.set(name, descriptor);
    keep(name, root);
    if (typeof root === 'function') keep(`${name}.prototype`, root.prototype);
  }
  kept.push({ label: 'window', target: page, descriptors: names });

  const glances = vital.flatMap(([root, keys]) => {
    const prototype = (get(page, root) as { prototype: object }).prototype;
    return keys.map((key) => [prototype, key, get(prototype, key) as unknown] as const);
  });

  return {
    atGlance() {
      for (let index = 0; index < glances.length; index++) {
        const glance = glances[index];
        if (glance && !holds(...glance)) return false;
      }
      return true;
    },
    repair() {
      const repaired: string[] = [];
      for (const { label, target, descriptors } of kept) {
        descriptors.forEach((descriptor, key) => {
          // Hundreds of them after each script: a look at the value is a tenth of the work.
          if (descriptor.get === undefined && holds(target, key, descriptor.value)) return;
          const now = getOwnPropertyDescriptor(target, key);
          if (now && now.value === descriptor.value && now.get === descriptor.get) return;
          repaired.push(`${label}.${String(key)}`);
          if (!now || now.configurable) defineProperty(target, key, descriptor);
        });
        if (label === 'Object.prototype' || label === 'Array.prototype') repaired.push(...hide(label, target, descriptors));
      }
      return repaired;
    },
  };
}

/** What a plugin put there may be a trap. */
function holds(target: object, key: PropertyKey, value: unknown): boolean {
  try {
    return get(target, key) === value;
  } catch {
    return false;
  }
}

/** What is added stays usable, but no loop over the keys of an object meets it. */
function hide(label: string, target: object, known: ReadonlyMap<PropertyKey, PropertyDescriptor>): readonly string[] {
  const hidden: string[] = [];
  for (const key of ownKeys(target)) {
    if (typeof key !== 'string' || known.has(key)) continue;
    const descriptor = getOwnPropertyDescriptor(target, key);
    if (!descriptor?.enumerable) continue;
    hidden.push(`${label}.${key} (added)`);
    if (descriptor.configurable) defineProperty(target, key, { ...descriptor, enumerable: false });
    else deleteProperty(target, key);
  }
  return hidden;
}
