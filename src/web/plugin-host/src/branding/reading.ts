/** Reads values of a file by others without trusting their types. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Yes and no as people write them; null when it is neither. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 1 || (typeof value === 'string' && /^(true|yes|1)$/i.test(value))) return true;
  if (value === 0 || (typeof value === 'string' && /^(false|no|0)$/i.test(value))) return false;
  return null;
}

/** A list of words, also where somebody wrote a single one without brackets. */
export function wordsOf(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return [value.toLowerCase()];
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string').map((word) => word.toLowerCase()) : null;
}
