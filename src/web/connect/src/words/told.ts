import type { Language } from './languages';

const name = 'plenum-language';
const year = 31_536_000;

/**
 * Tells the server which language was chosen here, so that what it paints before the app runs, and its own pages, speak it too.
 * Whoever chose none has no cookie.
 */
export function tellLanguage(chosen: Language | null): void {
  const there = document.cookie.split('; ').some((cookie) => cookie.startsWith(`${name}=`));
  if (chosen === null && !there) return;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${chosen ?? ''}; path=/; max-age=${chosen === null ? 0 : year}; samesite=lax${secure}`;
}
