import type { LinkWishes } from '../joining/address';
import { isTheme, type Theme } from '../memory/preferences';
import { preferences } from '../memory/remembered.svelte';
import { isLanguage, spoken, type Language } from '../words/languages';

/** How the page looks and speaks now. */
export interface Looks {
  theme(): Theme;
  language(): Language;
}

/** A link may bring a theme and a language; they hold until somebody chooses another here. */
export function looksFor(asked: LinkWishes, preferred: readonly string[]): Looks {
  const before = preferences();
  const theme = isTheme(asked.theme) ? asked.theme : null;
  const language = asked.language !== undefined && isLanguage(asked.language) ? asked.language : null;
  return {
    theme: () => (theme !== null && preferences().theme === before.theme ? theme : preferences().theme),
    language: () => (language !== null && preferences().language === before.language ? language : preferences().language ?? spoken(preferred)),
  };
}
