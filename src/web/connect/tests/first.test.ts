// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { wishesOf } from '../src/joining/address';
import { isTheme, readPreferences } from '../src/memory/preferences';
import { keep } from '../src/memory/stored';
import { themeFor } from '../src/styles/theme';

const contrast = (wanted: boolean): void => void vi.stubGlobal('matchMedia', () => ({ matches: wanted }));

beforeEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
  vi.resetModules();
  contrast(false);
});

/** What the page wears when the script has run that comes before the first paint. */
async function dressed(query: string): Promise<string | null> {
  history.replaceState(null, '', `/webapp2/${query}`);
  await import('../src/styles/first');
  return document.documentElement.dataset['theme'] ?? null;
}

/** What the app itself puts on once it runs. */
function worn(query: string, systemWantsContrast: boolean, stored: unknown): string | null {
  const asked = wishesOf(new URLSearchParams(query)).theme;
  return themeFor(isTheme(asked) ? asked : readPreferences(stored).theme, systemWantsContrast);
}

describe('Before the first paint', () => {
  const chosen = [null, { theme: 'dark' }, { theme: 'light' }, { theme: 'contrast' }, { theme: 'system' }, { theme: 'pink' }, 'nonsense', 7];
  const links = ['', '?theme=dark', '?theme=system', '?theme=pink'];
  const every = chosen.flatMap((stored) => links.flatMap((query) => [true, false].map((wants) => [stored, query, wants] as const)));

  test.each(every)('with %o chosen, the link %s and a system that wants contrast (%s), the page wears what the app will', async (stored, query, wants) => {
    contrast(wants);
    if (stored !== null) keep('preferences', stored);
    expect(await dressed(query)).toBe(worn(query, wants, stored));
  });

  test('storage that holds what nobody can read dresses nobody', async () => {
    localStorage.setItem('plenum.preferences', '{{{');
    expect(await dressed('')).toBe(null);
  });
});
