import { branded } from './branded';
import { directionOf } from './direction';
import { en, type Key, type Words } from './en';
import { fill, type Filling } from './fill';
import { load, type Language } from './languages';
import type { PlacesOf, Text } from './shape';

/** What is spoken now. Whatever called `t` while it was drawn is drawn again when this changes. */
class Speech {
  now: { readonly language: Language; readonly words: Words } = $state.raw({ language: 'en', words: en });
}

const speech = new Speech();

type TextOf<K extends Key> = K extends `${infer A extends keyof typeof en}.${infer N}` ? (N extends keyof (typeof en)[A] ? (typeof en)[A][N] : never) : never;
type Places<K extends Key> = [PlacesOf<TextOf<K>>] extends [never]
  ? []
  : [places: { readonly [P in PlacesOf<TextOf<K>>]: P extends 'count' ? number : string | number }];

export function language(): Language {
  return speech.now.language;
}

/** A text in the language of the moment. */
export function t<K extends Key>(key: K, ...places: Places<K>): string {
  const { language, words } = speech.now;
  const [area, name] = key.split('.') as [keyof Words, string];
  const text = (words[area] as Readonly<Record<string, Text>>)[name];
  return text === undefined ? key : fill(text, (places[0] ?? {}) as Filling, language);
}

/** Speaks another language from now on; the page says so too, for screen readers, hyphenation and the side at which lines begin. */
export async function speak(language: Language): Promise<void> {
  speech.now = { language, words: await branded(language, await load(language)) };
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
