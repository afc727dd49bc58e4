// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { open } from '../src/devices/capture';

/** A browser's media devices, as far as opening goes: refuses what is not there, as browsers do. */
class Track extends EventTarget {
  readonly readyState = 'live';
  constructor(readonly kind: 'audio' | 'video', readonly id: string) { super(); }
}

class Stream {
  constructor(private readonly tracks: Track[]) {}
  getTracks = (): Track[] => this.tracks;
  getAudioTracks = (): Track[] => this.tracks.filter(({ kind }) => kind === 'audio');
  getVideoTracks = (): Track[] => this.tracks.filter(({ kind }) => kind === 'video');
}

function plug(there: { audio: string[]; video: string[]; refuses?: string }): void {
  const get = async (wanted: MediaStreamConstraints): Promise<Stream> => {
    if (there.refuses) throw Object.assign(new Error('no'), { name: there.refuses });
    return new Stream((['audio', 'video'] as const).filter((kind) => wanted[kind]).map((kind) => {
      const id = ((wanted[kind] as MediaTrackConstraints).deviceId as ConstrainDOMStringParameters | undefined)?.exact as string | undefined;
      const found = there[kind].find((one) => !id || one === id);
      if (found === undefined) throw Object.assign(new Error('no'), { name: id ? 'OverconstrainedError' : 'NotFoundError' });
      return new Track(kind, found);
    }));
  };
  Object.assign(globalThis, { isSecureContext: true, MediaStream: Stream, MediaStreamTrack: Track });
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia: get } });
}

beforeEach(() => plug({ audio: ['m1'], video: ['c1'] }));
afterEach(() => Reflect.deleteProperty(navigator, 'mediaDevices'));

const ids = async (wish: Parameters<typeof open>[0]): Promise<unknown[]> => {
  const { audio, video, microphoneTrouble, cameraTrouble } = await open(wish);
  return [audio?.id ?? microphoneTrouble, video?.id ?? cameraTrouble];
};

describe('Opening microphone and camera', () => {
  test('gives both', async () => expect(await ids({ microphone: '', camera: '' })).toEqual(['m1', 'c1']));

  test('asks for none that is not wished for', async () => {
    expect(await ids({ microphone: '', camera: null })).toEqual(['m1', null]);
    expect(await ids({ microphone: null, camera: null })).toEqual([null, null]);
  });

  test('gives the one there is, and says that the other is missing', async () => {
    plug({ audio: ['m1'], video: [] });
    expect(await ids({ microphone: '', camera: '' })).toEqual(['m1', 'missing']);
  });

  test('takes another where the chosen one is not plugged in', async () => {
    expect(await ids({ microphone: 'gone', camera: 'c1' })).toEqual(['m1', 'c1']);
  });

  test('says when somebody did not allow it', async () => {
    plug({ audio: ['m1'], video: ['c1'], refuses: 'NotAllowedError' });
    expect(await ids({ microphone: '', camera: '' })).toEqual(['denied', 'denied']);
  });

  test('says when the page is not secure, before asking', async () => {
    Object.assign(globalThis, { isSecureContext: false });
    expect(await ids({ microphone: '', camera: null })).toEqual(['insecure', null]);
  });
});
