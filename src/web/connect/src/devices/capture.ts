import { noDevicesAtAll, troubleOf, type Trouble } from './trouble';

/** One device as wished for: `''` for the system's choice, null for none. */
export interface DeviceWish {
  readonly microphone: string | null;
  readonly camera: string | null;
}

/** What could be opened, and why the rest could not. */
export interface Opened {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  readonly microphoneTrouble: Trouble | null;
  readonly cameraTrouble: Trouble | null;
}

type Kind = 'audio' | 'video';

const nothing: Opened = { audio: null, video: null, microphoneTrouble: null, cameraTrouble: null };

/** Opens what is wished for: both in one question to the person where possible, and one alone where the other cannot be had. */
export async function open({ microphone, camera }: DeviceWish): Promise<Opened> {
  if (microphone === null && camera === null) return nothing;
  const never = noDevicesAtAll();
  if (never) return { ...nothing, microphoneTrouble: microphone === null ? null : never, cameraTrouble: camera === null ? null : never };
  if (microphone !== null && camera !== null) {
    const both = await ask({ audio: soundFrom(microphone), video: pictureFrom(camera) });
    if (both instanceof MediaStream) return { ...nothing, audio: both.getAudioTracks()[0] ?? null, video: both.getVideoTracks()[0] ?? null };
  }
  const audio = microphone === null ? null : await openOne('audio', microphone);
  const video = camera === null ? null : await openOne('video', camera);
  return { ...trackOf(audio, 'audio', 'microphoneTrouble'), ...trackOf(video, 'video', 'cameraTrouble') } as Opened;
}

/** A device that was chosen once and is gone now is no reason to have none. */
async function openOne(kind: Kind, id: string): Promise<MediaStreamTrack | Trouble> {
  const from = kind === 'audio' ? soundFrom : pictureFrom;
  const first = await ask({ [kind]: from(id) });
  const stream = first === 'missing' && id !== '' ? await ask({ [kind]: from('') }) : first;
  return stream instanceof MediaStream ? stream.getTracks()[0] ?? 'missing' : stream;
}

async function ask(constraints: MediaStreamConstraints): Promise<MediaStream | Trouble> {
  try {
    return await navigator.mediaDevices.getUserMedia(constraints);
  } catch (fault) {
    return troubleOf(fault);
  }
}

function trackOf(got: MediaStreamTrack | Trouble | null, kind: Kind, trouble: 'microphoneTrouble' | 'cameraTrouble'): Partial<Opened> {
  return got instanceof MediaStreamTrack ? { [kind]: got, [trouble]: null } : { [kind]: null, [trouble]: got };
}

const soundFrom = (id: string): MediaTrackConstraints => ({ ...exactly(id), echoCancellation: true, noiseSuppression: true, autoGainControl: true });
const pictureFrom = (id: string): MediaTrackConstraints => ({ ...exactly(id), width: { ideal: 1280 }, height: { ideal: 720 }, ...(id ? {} : { facingMode: 'user' }) });
const exactly = (id: string): MediaTrackConstraints => (id ? { deviceId: { exact: id } } : {});
