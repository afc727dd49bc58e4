import type { Language } from './languages';

const year = 31_536_000;

/**
 * Tells the server which language was chosen here, so that what it paints before the app runs, and its own pages, speak it too.
 * Whoever chose none has no cookie; one that this page's branding does not bring stays, since another's may.
 */
export function tellLanguage(chosen: Language | null): void {
  if (chosen === null) return;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `plenum-language=${chosen}; path=/; max-age=${year}; samesite=lax${secure}`;
}
