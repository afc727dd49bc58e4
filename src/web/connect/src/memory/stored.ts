const prefix = 'plenum.';

/** Where to keep what goes with its tab. */
export const inTab = (): Storage => sessionStorage;

/** What this browser keeps under a name, or null. Storage may be forbidden or full: then nothing is remembered, and nothing breaks. */
export function recall(name: string, where: () => Storage = () => localStorage): unknown {
  try {
    return JSON.parse(where().getItem(prefix + name) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

export function keep(name: string, value: unknown, where: () => Storage = () => localStorage): boolean {
  try {
    where().setItem(prefix + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function drop(name: string, where: () => Storage = () => localStorage): boolean {
  try {
    where().removeItem(prefix + name);
    return true;
  } catch {
    return false;
  }
}
