import type { Text } from './shape';

export type Filling = Readonly<Record<string, string | number>>;

/** Puts values where a text has `{names}`. What comes from other people stays text, since nobody reads the result as HTML. */
export function fill(text: Text, filling: Filling, language: string): string {
  const form = typeof text === 'string' ? text : text[formFor(language, filling['count'])] ?? text.other;
  return form.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = filling[name];
    return value === undefined ? place : typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}

function formFor(language: string, count: string | number | undefined): Intl.LDMLPluralRule {
  return typeof count === 'number' ? new Intl.PluralRules(language).select(count) : 'other';
}
