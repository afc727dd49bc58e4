import type { MediaWish } from '@plenum/meeting';
import { Subject } from 'rxjs';
import { preferences, prefer } from '../memory/remembered.svelte';
import { open, type Opened } from './capture';
import { Known } from './known.svelte';
import type { Trouble } from './trouble';

export type Kind = 'microphone' | 'camera';

/**
 * Somebody's own microphone and camera: open as long as anybody holds them (the preview, the settings, the meeting), closed
 * with the last. A muted microphone stays open, so that its level shows; a camera that is off is really off, light and all.
 */
export class OwnMedia {
  readonly known = new Known();
  /** A track came, went or was changed for another. */
  readonly changed$ = new Subject<Kind>();
  audio: MediaStreamTrack | null = $state.raw(null);
  video: MediaStreamTrack | null = $state.raw(null);
  microphoneTrouble: Trouble | null = $state.raw(null);
  cameraTrouble: Trouble | null = $state.raw(null);
  opening = $state(false);
  microphoneMuted = $state(preferences().microphoneMuted);
  cameraOff = $state(preferences().cameraOff);
  #holders = 0;
  #turn = 0;
  #following = new AbortController();

  /** Keeps the devices until the answer is called; once only counts. */
  hold(): () => void {
    const mine = { held: true };
    if (this.#holders++ === 0) this.#follow();
    return () => {
      if (!mine.held) return;
      mine.held = false;
      if (--this.#holders === 0) this.#close();
    };
  }

  /** A link may say how to begin; what it does not say stays as it was. */
  heed({ muteMicrophone, muteCamera }: { readonly muteMicrophone?: boolean; readonly muteCamera?: boolean }): void {
    if (muteMicrophone !== undefined) this.mute(muteMicrophone);
    if (muteCamera !== undefined) this.cameraOff = muteCamera;
  }

  /** Opens what was chosen and is not open yet. */
  async start(): Promise<void> {
    const turn = ++this.#turn;
    this.opening = true;
    const got = await open({
      microphone: live(this.audio) ? null : chosen('microphone'),
      camera: live(this.video) || this.cameraOff ? null : chosen('camera'),
    });
    if (turn !== this.#turn) return stop(got);
    this.opening = false;
    this.#take(got);
    await this.known.refresh();
  }

  choose(kind: Kind, id: string): Promise<void> {
    prefer({ [kind]: id });
    if (kind === 'microphone') this.audio = ended(this.audio);
    else this.video = ended(this.video);
    if (id === 'none') this.changed$.next(kind);
    return this.start();
  }

  mute(muted: boolean): void {
    this.microphoneMuted = muted;
    if (this.audio) this.audio.enabled = !muted;
  }

  async turnCamera(on: boolean): Promise<void> {
    this.cameraOff = !on;
    if (on) return this.start();
    this.#turn++;
    this.opening = false;
    this.video = ended(this.video);
    this.changed$.next('camera');
  }

  /** What to join with. */
  wish(): MediaWish {
    const tracks = [live(this.audio), live(this.video)].filter((track) => track !== null);
    const sleeping = this.cameraOff && this.known.cameras.length > 0 ? chosen('camera') : null;
    return {
      microphone: idOf(live(this.audio)),
      camera: idOf(live(this.video)) ?? sleeping,
      muteMicrophone: this.microphoneMuted,
      muteCamera: this.cameraOff,
      ...(tracks.length > 0 ? { stream: new MediaStream(tracks) } : {}),
    };
  }

  #take(got: Opened): void {
    const { audio, video } = this;
    this.audio = got.audio ?? live(audio);
    this.video = got.video ?? live(video);
    this.microphoneTrouble = this.audio ? null : got.microphoneTrouble;
    this.cameraTrouble = this.video ? null : got.cameraTrouble;
    if (this.audio) this.audio.enabled = !this.microphoneMuted;
    if (this.audio !== audio) this.changed$.next('microphone');
    if (this.video !== video) this.changed$.next('camera');
  }

  #follow(): void {
    this.#following = new AbortController();
    this.known.follow(this.#following.signal, () => {
      const waits = this.microphoneTrouble === 'missing' || this.cameraTrouble === 'missing';
      if (waits || this.audio !== live(this.audio) || this.video !== live(this.video)) void this.start();
    });
  }

  #close(): void {
    this.#turn++;
    this.#following.abort();
    this.opening = false;
    this.audio = ended(this.audio);
    this.video = ended(this.video);
  }
}

export const noMedia: MediaWish = { microphone: null, camera: null, muteMicrophone: true, muteCamera: true };

function chosen(kind: Kind): string | null {
  const id = preferences()[kind];
  return id === 'none' ? null : id;
}

function idOf(track: MediaStreamTrack | null): string | null {
  return track ? track.getSettings().deviceId ?? '' : null;
}

/** A track whose device was pulled out is as good as none. */
function live(track: MediaStreamTrack | null): MediaStreamTrack | null {
  return track?.readyState === 'live' ? track : null;
}

function ended(track: MediaStreamTrack | null): null {
  track?.stop();
  return null;
}

function stop(got: Opened): void {
  got.audio?.stop();
  got.video?.stop();
}
