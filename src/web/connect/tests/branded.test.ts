import { describe, expect, test } from 'vitest';
import { withTexts } from '../src/words/branded';
import { en } from '../src/words/en';

describe('The words of a branding', () => {
  test('take the places of the texts that they name, and no others', () => {
    const words = withTexts(en, { joining: { landingTitle: 'Welcome', nothing: 'x', home: 5 }, nowhere: { a: 'b' }, parts: 'x' });
    expect(words.joining.landingTitle).toBe('Welcome');
    expect(words).toEqual({ ...en, joining: { ...en.joining, landingTitle: 'Welcome' } });
  });

  test.each([null, [], 'text', 7])('that are %j change nothing', (changed) => expect(withTexts(en, changed)).toEqual(en));
});
