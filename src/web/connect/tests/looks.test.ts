import { beforeEach, describe, expect, test } from 'vitest';
import { untouched } from '../src/memory/preferences';
import { prefer } from '../src/memory/remembered.svelte';
import { looksFor } from '../src/styles/looks.svelte';

beforeEach(() => prefer(untouched));

const seen = (looks: ReturnType<typeof looksFor>): [string, string] => [looks.theme(), looks.language()];

describe('A page looks and speaks', () => {
  test('as the system and the browser do, while nobody says otherwise', () => {
    expect(seen(looksFor({ join: false }, ['ja', 'fr-CA']))).toEqual(['system', 'fr']);
  });

  test('as was chosen in this browser', () => {
    prefer({ theme: 'dark', language: 'de' });
    expect(seen(looksFor({ join: false }, ['fr']))).toEqual(['dark', 'de']);
  });

  test('as its link says, until somebody chooses another', () => {
    prefer({ theme: 'dark', language: 'de' });
    const looks = looksFor({ join: false, theme: 'contrast', language: 'fr' }, ['en']);
    expect(seen(looks)).toEqual(['contrast', 'fr']);
    prefer({ theme: 'light' });
    expect(seen(looks)).toEqual(['light', 'fr']);
    prefer({ language: 'en' });
    expect(seen(looks)).toEqual(['light', 'en']);
  });

  test('as usual when its link asks for what there is not', () => {
    expect(seen(looksFor({ join: false, theme: 'pink', language: 'tlh' }, ['en']))).toEqual(['system', 'en']);
  });
});
