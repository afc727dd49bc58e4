import { describe, expect, test } from 'vitest';
import { frameReader } from '../src/frames';

describe('The text of an event stream', () => {
  test('is cut into frames wherever the pieces are cut', () => {
    const text = 'id: c:1\nevent: a\ndata: {"x":1}\n\n: still here\n\nid: c:2\n\nevent: b\r\ndata: 1\r\ndata: 2\r\n\r\n';
    const whole = frameReader()(text);
    const read = frameReader();

    expect(whole).toEqual([
      { event: 'a', data: '{"x":1}', id: 'c:1' },
      { event: '', data: '', id: 'c:2' },
      { event: 'b', data: '1\n2', id: undefined },
    ]);
    expect([...text].flatMap((letter) => read(letter))).toEqual(whole);
  });

  test('says nothing before a frame is whole', () => {
    expect(frameReader()('event: a\ndata: null\n')).toEqual([]);
  });
});
