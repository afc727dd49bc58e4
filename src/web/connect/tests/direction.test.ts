// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { place } from '../src/parts/placing';
import { alongTheLine, directionOf } from '../src/words/direction';
import type { Language } from '../src/words/languages';
import { tellLanguage } from '../src/words/told';
import { speak } from '../src/words/words.svelte';

const start = document.createElement('script');
beforeEach(() => {
  start.id = 'plenum-start';
  start.type = 'application/json';
  start.textContent = JSON.stringify({ words: ['ar', 'pt-BR'] });
  document.head.append(start);
});
afterEach(async () => {
  start.remove();
  await speak('en');
});

describe('A language of a branding', () => {
  test('that is written from the right turns the page around, and the next one turns it back', async () => {
    await speak('ar' as Language);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['ar', 'rtl']);
    await speak('pt-BR' as Language);
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['pt-BR', '']);
    await speak('de');
    expect(document.documentElement.dir).toBe('');
  });

  test('is known by its code, whatever the country', () => {
    expect(['ar', 'ar-EG', 'he', 'fa', 'de', 'arn', ''].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', '', '', '']);
  });

  test('has the arrow keys of its own side', async () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp'];
    expect(keys.map(alongTheLine)).toEqual(keys);
    await speak('ar' as Language);
    expect(keys.map(alongTheLine)).toEqual(['ArrowRight', 'ArrowLeft', 'ArrowUp']);
  });

  test('has menus that begin where its lines do', async () => {
    const part = document.createElement('div');
    part.getBoundingClientRect = () => ({ width: 100, height: 50 }) as DOMRect;
    const anchor = { left: 400, right: 440, top: 10, bottom: 30, width: 40 } as DOMRect;
    place(part, anchor, 'below', 'start');
    expect(part.style.left).toBe('400px');
    await speak('ar' as Language);
    place(part, anchor, 'below', 'start');
    expect(part.style.left).toBe('340px');
  });
});

describe('A language that was chosen', () => {
  test('is told to the server in a cookie, and only then', () => {
    tellLanguage(null);
    expect(document.cookie).toBe('');
    tellLanguage('de');
    expect(document.cookie).toBe('plenum-language=de');
    tellLanguage(null);
    expect(document.cookie).toBe('plenum-language=de');
    tellLanguage('fr');
    expect(document.cookie).toBe('plenum-language=fr');
  });
});
