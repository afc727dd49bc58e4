import type { JoinWish, Meeting } from '@plenum/meeting';
import { carry } from '../devices/in-call';
import { notify } from '../devices/notify';
import { noMedia, type OwnMedia } from '../devices/own.svelte';
import { withMeeting } from '../memory/recent';
import { changeRecent, prefer, preferences } from '../memory/remembered.svelte';
import { start } from '../memory/start';
import { go, place, wishes } from './routing.svelte';
import { keepTrail, takePass } from './trail';

/** One tab's way through meetings: joins with what the link, the person and the devices say, and tidies up afterwards. */
export class Session {
  /** Whether the good-bye, or the refusal, was seen and left behind. */
  seen = $state(false);
  #release: () => void = () => undefined;
  #withMedia = true;
  #waited = false;

  constructor(readonly meeting: Meeting, readonly media: OwnMedia) {
    meeting.state$.subscribe((state) => {
      const waited = this.#waited;
      this.#waited = state.at === 'waiting';
      switch (state.at) {
        case 'inside':
          this.#arrived(meeting.pexrtc?.conference || meeting.wish?.alias || '', waited);
          break;
        case 'idle':
        case 'refused':
        case 'left':
          this.#release();
          this.#release = () => undefined;
      }
    });
  }

  join(alias: string, name: string, withMedia: boolean): void {
    const asked = wishes();
    if (name !== asked.name) prefer({ name });
    this.#withMedia = withMedia;
    const pass = takePass();
    this.#enter({
      alias, name, ...of('pass', pass), ...of('pin', asked.pin ?? (asked.role === 'guest' && pass === undefined ? 'none' : undefined)), ...of('extension', asked.extension), ...of('callTag', asked.callTag), ...of('bandwidth', asked.bandwidth), ...of('node', asked.node ?? start().node ?? undefined),
      media: withMedia ? this.media.wish() : noMedia,
    });
  }

  /** The same meeting again, with devices as they are now. */
  async rejoin(): Promise<void> {
    const { wish } = this.meeting;
    if (!wish) return this.home();
    const release = this.media.hold();
    if (this.#withMedia) await this.media.start();
    this.#enter({ ...wish, media: this.#withMedia ? this.media.wish() : noMedia });
    release();
  }

  home(): void {
    this.seen = true;
    go({ at: 'landing' });
  }

  /** Before the page goes, perhaps to be loaded anew: the next one comes back to this meeting by itself, as it was left. */
  leaveTrail(): void {
    const { wish, pexrtc } = this.meeting;
    if (wish && pexrtc) keepTrail(wish, pexrtc.pass, { muteMicrophone: this.media.microphoneMuted, muteCamera: this.media.cameraOff, ...(this.#usesMedia ? {} : { withoutMedia: true }) });
  }

  #enter(wish: JoinWish): void {
    this.seen = false;
    const releaseDevices = this.media.hold();
    const stop = carry(this.meeting, this.media);
    this.#release();
    this.#release = () => {
      stop();
      releaseDevices();
    };
    this.meeting.join({ ...wish, devices: () => (this.#usesMedia ? this.media.wish() : noMedia) });
  }

  /** Whoever came without devices may have turned one on since. */
  get #usesMedia(): boolean {
    return this.#withMedia || this.media.audio !== null || this.media.video !== null;
  }

  #arrived(alias: string, waited: boolean): void {
    if (alias === '') return;
    if (waited) void notify('joined');
    changeRecent((list) => withMeeting(list, { alias, at: Date.now() }));
    const here = place();
    if (here.at !== 'meeting' || here.alias !== alias) go({ at: 'meeting', alias });
  }
}

/** The name to join with: what the link says, or what was typed last time. */
export const rememberedName = (): string => wishes().name ?? preferences().name;

function of<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}
