import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../src/join';

const wish = (microphone: string | null, camera: string | null) =>
  ({ alias: 'a', name: 'n', media: { microphone, camera, muteMicrophone: false, muteCamera: false } });

describe('What a call can do', () => {
  it.each([
    [wish('m', 'c'), 'video'],
    [wish(null, 'c'), 'video'],
    [wish('m', null), 'audioonly'],
    [wish(null, null), 'none'],
    [null, 'none'],
  ])('follows from the devices that one joins with', (given, expected) => expect(mediaTypeOf(given)).toBe(expected));
});
