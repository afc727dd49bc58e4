// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { en } from '../src/words/en';
import { de } from '../src/words/de';
import { fr } from '../src/words/fr';
import { fill } from '../src/words/fill';
import { isLanguage, languages, spoken, type Language } from '../src/words/languages';
import type { Text } from '../src/words/shape';
import { elapsed } from '../src/words/times';
import { language, speak, t } from '../src/words/words.svelte';

const flat = (words: object): [string, Text][] =>
  Object.entries(words).flatMap(([area, texts]) => Object.entries(texts as Record<string, Text>).map(([key, text]): [string, Text] => [`${area}.${key}`, text]));
const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text as object));
const places = (text: Text | undefined): string => [...(typeof text === 'object' ? text.other : text ?? '').matchAll(/\{\w+\}/g)].map(([place]) => place).sort().join();

describe.each([['German', de], ['French', fr]])('%s', (_, words) => {
  const theirs = new Map(flat(words));

  test('has every text of the English app and no other', () => {
    expect([...theirs.keys()].sort()).toEqual(flat(en).map(([key]) => key).sort());
  });

  test('fills the same places', () => {
    const wrong = flat(en).filter(([key, text]) => places(theirs.get(key)) !== places(text));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test('leaves nothing empty', () => {
    expect([...theirs].filter(([, text]) => forms(text).some((form) => form.trim() === '')).map(([key]) => key)).toEqual([]);
  });
});

describe('A text', () => {
  test('takes the form that its language has for a number', () => {
    const text = { one: '{count} person', other: '{count} people' };
    expect([0, 1, 2].map((count) => fill(text, { count }, 'en'))).toEqual(['0 people', '1 person', '2 people']);
    expect([0, 1, 2].map((count) => fill({ one: '{count} personne', other: '{count} personnes' }, { count }, 'fr'))).toEqual(['0 personne', '1 personne', '2 personnes']);
  });

  test('shows what people wrote as they wrote it', () => {
    expect(fill('{name} left', { name: '<b>{count}</b>' }, 'en')).toBe('<b>{count}</b> left');
  });

  test('keeps a place that nothing was given for', () => {
    expect(fill('{who} left', {}, 'en')).toBe('{who} left');
  });
});

describe('The language', () => {
  test('is the first preferred one that is spoken here, whatever its region', () => {
    expect(spoken(['ja-JP', 'fr-CA', 'de'])).toBe('fr');
    expect(spoken(['ja', 'toString'])).toBe('en');
  });

  test('changes at once, and the page says which it is', async () => {
    await speak('de');
    expect(t('joining.join')).toBe(de.joining.join);
    expect(document.documentElement.lang).toBe('de');
    await speak('en');
    expect([language(), t('joining.join')]).toEqual(['en', en.joining.join]);
  });
});

describe('A language that the branding brings', () => {
  const page = document.createElement('script');
  page.type = 'application/json';
  page.id = 'plenum-start';
  page.textContent = JSON.stringify({ words: ['de', 'es', 'pt-BR'] });
  beforeAll(() => document.head.append(page));
  afterAll(() => page.remove());

  test('is offered by its own name beside those of the app', () => {
    expect(languages().map(({ code, name }) => `${code} ${name}`)).toEqual(['en English', 'de Deutsch', 'fr Français', 'es español', 'pt-BR português (Brasil)']);
    expect([spoken(['pt-BR']), spoken(['es-MX', 'de']), isLanguage('it')]).toEqual(['pt-BR', 'es', false]);
  });

  test('is spoken with its texts, and in English where it has none', async () => {
    const answers = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify({ joining: { join: 'Entrar' } })));
    await speak('es' as Language);
    expect([t('joining.join'), t('joining.home'), document.documentElement.lang]).toEqual(['Entrar', en.joining.home, 'es']);
    answers.mockRestore();
    await speak('en');
  });
});

test('Durations are read like a clock', () => {
  expect([0, 5_000, 65_000, 3_665_000, -4].map(elapsed)).toEqual(['0:00', '0:05', '1:05', '1:01:05', '0:00']);
});
