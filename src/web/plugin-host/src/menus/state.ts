import { recordOf } from '../branding/reading';
import type { MenuEntry } from '../branding/package';

/** Icon and label as they hold now; null where there is none. */
export interface Look {
  readonly icon: string | null;
  readonly label: string | null;
}

/** Puts a state over what the package says, field by field: a field that a state does not name stays. */
export function lookOf(entry: Pick<MenuEntry, 'icon' | 'label'>, state: unknown): Look {
  return over({ icon: entry.icon, label: entry.label }, recordOf(state));
}

/** States of participant items are keyed by uuid; null for somebody hides the item there. */
export function lookFor(entry: Pick<MenuEntry, 'icon' | 'label'>, state: unknown, uuid: string): Look {
  const common = recordOf(state);
  const own = common?.[uuid];
  if (own === null) return { icon: null, label: null };
  return over(over({ icon: entry.icon, label: entry.label }, common), recordOf(own));
}

export function isShown(look: Look): boolean {
  return look.icon !== null || look.label !== null;
}

function over(look: Look, state: Readonly<Record<string, unknown>> | null): Look {
  return { icon: field(state?.['icon'], look.icon), label: field(state?.['label'], look.label) };
}

function field(value: unknown, otherwise: string | null): string | null {
  return value === undefined ? otherwise : value === null ? null : String(value);
}
