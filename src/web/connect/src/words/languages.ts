import { start } from '../memory/start';
import type { Words } from './en';

/** The app's own languages, each by its own name. English is part of the app, the others are loaded when somebody wants them. */
const own = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

/** One of the app's, or one that the branding brings: its code, such as `es` or `pt-BR`. */
export type Language = keyof typeof own | (string & { readonly brought: true });

/** Every language there is, with its own name for itself. */
export function languages(): readonly { readonly code: Language; readonly name: string }[] {
  const brought = start().words.filter((code) => !isOwn(code)).map((code) => ({ code: code as Language, name: ownName(code) }));
  return [...Object.entries(own).map(([code, name]) => ({ code: code as Language, name })), ...brought];
}

export function isLanguage(code: string): code is Language {
  return isOwn(code) || start().words.includes(code);
}

/** The first language that we speak of those that somebody prefers: `de-AT` is `de`, unless a branding has it. */
export function spoken(preferred: readonly string[]): Language {
  return preferred.flatMap((tag) => [tag, tag.toLowerCase().split('-')[0] ?? '']).find(isLanguage) ?? 'en';
}

/** The app's words; those of a language that the branding brings begin as English ones. */
export async function load(language: Language): Promise<Words> {
  if (!isOwn(language)) return (await import('./en')).en;
  switch (language) {
    case 'en': return (await import('./en')).en;
    case 'de': return (await import('./de')).de;
    case 'fr': return (await import('./fr')).fr;
    default: return language satisfies never;
  }
}

function isOwn(code: string): code is keyof typeof own {
  return Object.hasOwn(own, code);
}

/** `español` for `es`; a code that the browser does not know stays what it is. */
function ownName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
