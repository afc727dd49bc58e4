import type { JoinWish, Meeting } from '@plenum/meeting';
import { carry } from '../devices/in-call';
import { notify } from '../devices/notify';
import { noMedia, type OwnMedia } from '../devices/own.svelte';
import { withMeeting } from '../memory/recent';
import { changeRecent, prefer, preferences } from '../memory/remembered.svelte';
import { drop, keep, recall } from '../memory/stored';
import { go, place, wishes, wishFor } from './routing.svelte';

const inTab = (): Storage => sessionStorage;

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
    this.#enter({
      alias, name, ...of('pin', asked.pin ?? (asked.role === 'guest' ? 'none' : undefined)), ...of('extension', asked.extension), ...of('callTag', asked.callTag), ...of('bandwidth', asked.bandwidth), ...of('node', asked.node),
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

  /** Before the page is loaded anew: the next one comes back to this meeting by itself. */
  leaveTrail(): void {
    const { wish } = this.meeting;
    if (wish) keep('back', { alias: wish.alias, name: wish.name }, inTab);
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
    this.meeting.join({ ...wish, devices: () => (this.#withMedia || this.media.audio || this.media.video ? this.media.wish() : noMedia) });
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

/** A page that was loaded anew in the middle of a meeting goes right back in. */
export function resume(): void {
  const back = recall('back', inTab) as { alias?: unknown; name?: unknown } | null;
  drop('back', inTab);
  const here = place();
  if (here.at === 'meeting' && back?.alias === here.alias && typeof back.name === 'string') wishFor({ name: back.name, join: true });
}

function of<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}
