// Runs before anything is painted, so that whoever chose a theme against the system's never sees the other one first. A plain
// script: modules wait until the page is parsed, and what it does must not wait for the app. `wear` says the same from then on.
(() => {
  const worn = ['light', 'dark', 'contrast'];
  const asked = new URLSearchParams(location.search).get('theme')?.trim() ?? null;
  let chosen: unknown = asked;
  if (asked !== 'system' && !worn.includes(asked ?? '')) {
    try {
      chosen = (JSON.parse(localStorage.getItem('plenum.preferences') ?? '{}') as { theme?: unknown } | null)?.theme;
    } catch {
      // Storage is forbidden, or holds what nobody can read: nothing is remembered then.
      chosen = null;
    }
  }
  const contrast = matchMedia('(prefers-contrast: more) and (not (forced-colors: active))').matches;
  const theme = typeof chosen === 'string' && worn.includes(chosen) ? chosen : contrast ? 'contrast' : null;
  if (theme) document.documentElement.dataset['theme'] = theme;
})();

// Nothing is exported; the tests import it as a module all the same.
export {};
