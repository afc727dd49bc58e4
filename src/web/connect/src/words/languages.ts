import type { Words } from './en';

/** The languages there are, each by its own name. English is part of the app, the others are loaded when somebody wants them. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

export type Language = keyof typeof languages;

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
}

/** The first language that we speak of those that somebody prefers: `de-AT` is `de`. */
export function spoken(preferred: readonly string[]): Language {
  return preferred.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isLanguage) ?? 'en';
}

export async function load(language: Language): Promise<Words> {
  switch (language) {
    case 'en': return (await import('./en')).en;
    case 'de': return (await import('./de')).de;
    case 'fr': return (await import('./fr')).fr;
    default: return language satisfies never;
  }
}
