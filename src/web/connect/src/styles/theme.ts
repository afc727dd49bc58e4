import type { Theme } from '../memory/preferences';

/** Whether a page with this wish is drawn for high contrast; the system can ask for it too. */
export function themeFor(wish: Theme, systemWantsContrast: boolean): Exclude<Theme, 'system'> | null {
  if (wish !== 'system') return wish;
  return systemWantsContrast ? 'contrast' : null;
}

/** Dresses the page (as first.ts did before there was anything to see), at once and whenever the system changes its mind; returns how to stop following. */
export function wear(wish: Theme): () => void {
  const contrast = matchMedia('(prefers-contrast: more) and (not (forced-colors: active))');
  const root = document.documentElement;
  const dress = (): void => {
    const theme = themeFor(wish, contrast.matches);
    if (theme) root.dataset['theme'] = theme;
    else delete root.dataset['theme'];
  };
  dress();
  contrast.addEventListener('change', dress);
  return () => contrast.removeEventListener('change', dress);
}
