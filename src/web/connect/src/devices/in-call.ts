import { actionTypes, type Meeting } from '@plenum/meeting';
import { filter, map, pairwise, startWith, switchMap, withLatestFrom } from 'rxjs';
import type { Kind, OwnMedia } from './own.svelte';

type LiveMeeting = NonNullable<Meeting['pexrtc']>;

const lines = { microphone: 0, camera: 1 } as const;

/**
 * Carries devices into the call while one is inside: another microphone, or a camera that is turned on again. Turning the
 * camera off in the meeting turns the device itself off. Returns how to stop.
 */
export function carry(meeting: Meeting, media: OwnMedia): () => void {
  const changes = media.changed$.subscribe((kind) => {
    if (meeting.pexrtc) put(meeting.pexrtc, kind, media);
  });
  // Only once the meeting has heard what was muted before joining; until then it says that nothing is.
  const mutes = meeting.actions$
    .pipe(
      filter(({ type }) => type === actionTypes.CONNECT_SUCCESS),
      switchMap(() => meeting.devices.state$.pipe(startWith(null), pairwise())),
      // On the way back in nobody is there yet, and nothing is muted; that is no wish.
      withLatestFrom(meeting.state$),
      filter(([, { at }]) => at === 'inside'),
      map(([change]) => change),
    )
    .subscribe(([before, now]) => {
      if (!now) return;
      media.microphoneMuted = now.microphoneMuted;
      const unmuted = before?.microphoneMuted === true && !now.microphoneMuted;
      if (media.cameraOff !== now.cameraMuted) void media.turnCamera(!now.cameraMuted);
      else if (unmuted && !media.audio) void media.start();
    });
  return () => {
    changes.unsubscribe();
    mutes.unsubscribe();
  };
}

function put(pexrtc: LiveMeeting, kind: Kind, media: OwnMedia): void {
  const { call } = pexrtc;
  const track = kind === 'microphone' ? media.audio : media.video;
  if (!call) return;
  const stream = (call.mediaStream ??= new MediaStream());
  for (const old of kind === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks()) stream.removeTrack(old);
  if (track) stream.addTrack(track);
  if (track && pexrtc.call_type === 'none') {
    // Joined without media: there is something to send now, so the call begins.
    pexrtc.user_media_stream = stream;
    return pexrtc.addCall();
  }
  const line = call.pc?.getTransceivers()[lines[kind]];
  if (!line) return;
  void line.sender.replaceTrack(track);
  const sends = line.direction === 'sendrecv' || line.direction === 'sendonly';
  if (!track || sends) return;
  line.direction = line.direction === 'recvonly' ? 'sendrecv' : 'sendonly';
  pexrtc.renegotiate();
}
