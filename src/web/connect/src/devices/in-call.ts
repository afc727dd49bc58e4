import type { Meeting } from '@plenum/meeting';
import type { Kind, OwnMedia } from './own.svelte';

type LiveCall = NonNullable<NonNullable<Meeting['pexrtc']>['call']>;

const lines = { microphone: 0, camera: 1 } as const;

/**
 * Carries devices into the call while one is inside: another microphone, or a camera that is turned on again. Turning the
 * camera off in the meeting turns the device itself off. Returns how to stop.
 */
export function carry(meeting: Meeting, media: OwnMedia): () => void {
  const changes = media.changed$.subscribe((kind) => {
    const { pexrtc } = meeting;
    if (pexrtc?.call) put(pexrtc.call, kind, kind === 'microphone' ? media.audio : media.video);
  });
  const mutes = meeting.devices.state$.subscribe(({ microphoneMuted, cameraMuted }) => {
    media.microphoneMuted = microphoneMuted;
    if (media.cameraOff !== cameraMuted) void media.turnCamera(!cameraMuted);
  });
  return () => {
    changes.unsubscribe();
    mutes.unsubscribe();
  };
}

function put(call: LiveCall, kind: Kind, track: MediaStreamTrack | null): void {
  const stream = (call.mediaStream ??= new MediaStream());
  for (const old of kind === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks()) stream.removeTrack(old);
  if (track) stream.addTrack(track);
  const line = call.pc?.getTransceivers()[lines[kind]];
  if (!line) return;
  void line.sender.replaceTrack(track);
  const sends = line.direction === 'sendrecv' || line.direction === 'sendonly';
  if (!track || sends) return;
  line.direction = line.direction === 'recvonly' ? 'sendrecv' : 'sendonly';
  void call.renegotiate();
}
