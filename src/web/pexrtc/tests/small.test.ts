import { describe, expect, test } from 'vitest';
import { originOf } from '../src/address';
import { marked } from '../src/media/sdp';
import { wishOf } from '../src/media/wish';
import { backoff } from '../src/patience';
import { mayBeRepeated, slotOf } from '../src/slots';

describe('The address of a node', () => {
  const page = { protocol: 'http:', host: '127.0.0.1:8080' };

  test.each([
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080'],
    ['', 'http://127.0.0.1:8080'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['localhost:9000', 'http://localhost:9000'],
    ['node.example.com', 'https://node.example.com'],
    ['node.example.com:8443', 'https://node.example.com:8443'],
  ])('%s leads to %s', (node, origin) => expect(originOf(node, page)).toBe(origin));

  test('is needed where there is no page', () => expect(() => originOf(null, undefined)).toThrow(TypeError));
});

describe('Waiting for a server', () => {
  test('never takes longer than ten seconds while somebody looks, and is never twice the same for a crowd', () => {
    for (let attempt = 0; attempt < 100; attempt++) expect(backoff(attempt)).toBeLessThanOrEqual(10_000);
    expect(backoff(3, 0)).toBeLessThan(backoff(3, 1));
  });
});

describe('Commands', () => {
  test.each([['lock', 'unlock'], ['participants/a/mute', '/participants/a/unmute'], ['muteguests', 'unmuteguests'], ['participants/a/buzz', 'participants/a/clearbuzz']])(
    '%s and %s overwrite each other', (one, other) => expect(slotOf(one)).toBe(slotOf(other)));

  test('about different people do not', () => expect(slotOf('participants/a/mute')).not.toBe(slotOf('participants/b/mute')));

  test.each(['message', 'participants/a/message', 'dial', 'breakouts', 'participants/a/transfer'])('%s is not said twice', (path) => expect(mayBeRepeated(path)).toBe(false));

  test.each(['lock', 'participants/a/role', 'participants/breakout', 'transform_layout'])('%s may be', (path) => expect(mayBeRepeated(path)).toBe(true));
});

describe('An offer', () => {
  const sdp = 'v=0\r\ns=-\r\nm=audio 9 X 1\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\nm=video 9 X 2\r\nc=IN IP4 0.0.0.0\r\na=mid:1\r\nm=video 9 X 2\r\na=mid:2\r\n';

  test('says which line is for slides, and how much video is taken', () => {
    const lines = marked(sdp, 500).split(/(?=^m=)/m);

    expect(lines.map((line) => /a=content:(\w+)/.exec(line)?.[1])).toEqual([undefined, 'main', 'main', 'slides']);
    expect(lines[2]).toContain('c=IN IP4 0.0.0.0\r\nb=AS:500\r\nb=TIAS:500000\r\na=mid:1');
    expect(lines[1]).not.toContain('b=AS');
  });
});

describe('What a call carries', () => {
  const sources = { audio_source: null, video_source: null, recv_audio: true, recv_video: true, user_media_stream: null } as const;

  test('nothing for control alone', () => expect(wishOf('none', sources)).toBeNull());

  test('no camera where the page wants none', () =>
    expect(wishOf(null, { ...sources, video_source: false })).toMatchObject({ sendAudio: true, sendVideo: false, recvVideo: true, mediaType: 'video' }));

  test('sound alone for audioonly', () => expect(wishOf('audioonly', sources)).toMatchObject({ sendVideo: false, recvVideo: false, mediaType: 'audio' }));

  test('no device for recvonly', () => expect(wishOf('recvonly', sources)).toMatchObject({ sendAudio: false, sendVideo: false, recvAudio: true }));
});
