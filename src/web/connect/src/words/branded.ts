import { start } from '../memory/start';
import type { Words } from './en';
import type { Language } from './languages';
import type { Area, Text } from './shape';

/** The app's words with those of the branding in their places. Without the branding's file they stay the app's. */
export async function branded(language: Language, words: Words): Promise<Words> {
  if (!start().words.includes(language)) return words;
  try {
    const answer = await fetch(new URL(`custom_configuration/languages/${language}.json`, document.baseURI));
    return answer.ok ? withTexts(words, (await answer.json()) as unknown) : words;
  } catch {
    return words;
  }
}

/** Only texts that the app has, and only by texts. */
export function withTexts(words: Words, changed: unknown): Words {
  const areas = isRecord(changed) ? changed : {};
  return Object.fromEntries(
    Object.entries(words as Readonly<Record<string, Area>>).map(([area, texts]) => [area, withArea(texts, isRecord(areas[area]) ? areas[area] : {})]),
  ) as unknown as Words;
}

function withArea(texts: Area, changed: Readonly<Record<string, unknown>>): Area {
  return Object.fromEntries(Object.entries(texts).map(([name, text]): [string, Text] => {
    const wanted = changed[name];
    return [name, typeof wanted === 'string' && wanted !== '' ? wanted : text];
  }));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
