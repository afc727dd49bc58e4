/** What a call carries, by its type and by what the page has set. Null is control alone. */
export interface MediaWish {
  readonly sendAudio: boolean;
  readonly sendVideo: boolean;
  readonly recvAudio: boolean;
  readonly recvVideo: boolean;
  readonly slides: 'send' | 'receive' | 'later';
  readonly mediaType: 'video' | 'audio' | 'video-only';
}

export interface Sources {
  readonly audio_source: string | null | false;
  readonly video_source: string | null | false;
  readonly recv_audio: boolean;
  readonly recv_video: boolean;
  readonly user_media_stream: MediaStream | null;
}

export function wishOf(callType: string | null, sources: Sources): MediaWish | null {
  const own = sources.user_media_stream;
  const audio = own ? own.getAudioTracks().length > 0 : sources.audio_source !== false;
  const video = own ? own.getVideoTracks().length > 0 : sources.video_source !== false;
  const { recv_audio: recvAudio, recv_video: recvVideo } = sources;
  const nothing = { sendAudio: false, sendVideo: false, recvAudio: false, recvVideo: false, mediaType: 'video' } as const;
  switch (callType) {
    case 'none':
    case 'rtmp':
    case 'stream':
      return null;
    case 'audioonly':
      return { sendAudio: audio, sendVideo: false, recvAudio, recvVideo: false, slides: 'later', mediaType: 'audio' };
    case 'recvonly':
      return { ...nothing, recvAudio, recvVideo, slides: 'later' };
    case 'screen':
      return { ...nothing, slides: 'send' };
    case 'presentation':
      return { ...nothing, slides: 'receive' };
    default:
      return {
        sendAudio: audio, sendVideo: video, recvAudio, recvVideo, slides: 'later',
        mediaType: audio || recvAudio ? 'video' : 'video-only',
      };
  }
}

/** Opens microphone and camera as wished; throws what the browser throws, in words for a person. */
export async function openDevices(wish: MediaWish, sources: Sources): Promise<MediaStream | null> {
  if (sources.user_media_stream) return sources.user_media_stream;
  if (!wish.sendAudio && !wish.sendVideo) return null;
  if (typeof navigator === 'undefined' || !navigator.mediaDevices) throw new Error('This page may not use microphone and camera');
  return navigator.mediaDevices.getUserMedia({
    audio: wish.sendAudio && (deviceOf(sources.audio_source) ?? true),
    video: wish.sendVideo && { ...deviceOf(sources.video_source), width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

function deviceOf(source: string | null | false): { deviceId: { exact: string } } | undefined {
  return source ? { deviceId: { exact: source } } : undefined;
}
