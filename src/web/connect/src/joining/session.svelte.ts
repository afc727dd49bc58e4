import type { JoinWish, Meeting } from '@plenum/meeting';
import { carry } from '../devices/in-call';
import { notify } from '../devices/notify';
import { noMedia, type OwnMedia } from '../devices/own.svelte';
import { withMeeting } from '../memory/recent';
import { changeRecent, prefer, preferences } from '../memory/remembered.svelte';
import { start } from '../memory/start';
import { go, place, takeProof, wishes, wishFor } from './routing.svelte';
import { keepTrail, takePass } from './trail';
import { dropTrip, keepTrip, takeTrip, tripNumber, wayBack } from './trip';

/** One tab's way through meetings: joins with what the link, the person and the devices say, and tidies up afterwards. */
export class Session {
  /** Whether the good-bye, or the refusal, was seen and left behind. */
  seen = $state(false);
  #release: () => void = () => undefined;
  #withMedia = true;
  #waited = false;
  #trip = '';
  #away = false;

  constructor(readonly meeting: Meeting, readonly media: OwnMedia) {
    meeting.state$.subscribe((state) => {
      const waited = this.#waited;
      this.#waited = state.at === 'waiting';
      this.#away = state.at === 'signing-in';
      switch (state.at) {
        case 'inside':
          this.#arrived(meeting.pexrtc?.conference || meeting.wish?.alias || '', waited);
          break;
        case 'signing-in':
          this.#goTo(state.url);
          break;
        case 'idle':
        case 'refused':
        case 'left':
          // A trip that was given up leaves nothing in the tab.
          if (this.#trip !== '') dropTrip();
          this.#release();
          this.#release = () => undefined;
      }
    });
  }

  join(alias: string, name: string, withMedia: boolean): void {
    const asked = wishes();
    if (name !== asked.name && !signedIn(alias)) prefer({ name });
    this.#withMedia = withMedia;
    const pass = takePass();
    this.#enter({
      alias, name, ...of('ssoToken', signedIn(alias)?.token), ...of('pass', pass), ...of('pin', asked.pin ?? (asked.role === 'guest' && pass === undefined ? 'none' : undefined)), ...of('extension', asked.extension), ...of('callTag', asked.callTag), ...of('bandwidth', asked.bandwidth), ...of('node', asked.node ?? start().node ?? undefined),
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
    // Who is on the way to sign in comes back by another way, or does not want to.
    if (wish && pexrtc && !this.#away) keepTrail(wish, pexrtc.pass, { muteMicrophone: this.media.microphoneMuted, muteCamera: this.media.cameraOff, ...(this.#usesMedia ? {} : { withoutMedia: true }) });
  }

  /** The whole page goes, since a window of its own would be blocked, and comes back with a proof. */
  #goTo(url: string): void {
    const { wish } = this.meeting;
    if (!wish || !/^https?:/i.test(url)) return;
    keepTrip({ number: this.#trip, alias: wish.alias, name: wish.name, withMedia: this.#withMedia, ...of('pin', wish.pin), ...of('extension', wish.extension) });
    // A browser may keep the page for whoever goes back: it is of no use as it was.
    window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); }, { once: true });
    location.assign(url);
  }

  #enter(asked: JoinWish): void {
    this.seen = false;
    this.#trip = tripNumber();
    const wish = { ...asked, returnTo: wayBack(new URL(location.href), asked.alias, this.#trip) };
    forgetSignIn();
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

interface SignedIn {
  readonly alias: string;
  readonly token: string;
  readonly name: string;
}

class Proven {
  who: SignedIn | null = $state.raw(null);
}

const proven = new Proven();

/** Who somebody has signed in as to join this meeting; nobody any more as soon as they try to. */
export const signedIn = (alias: string): SignedIn | null => (proven.who?.alias === alias ? proven.who : null);

function forgetSignIn(): void {
  proven.who = null;
}

/** Somebody who comes back from signing in goes on where they were; who comes back without it finds what they had written. */
export function comeBack(): void {
  const [trip, proof, here] = [takeTrip(), takeProof(), place()];
  if (!trip || here.at !== 'meeting' || here.alias !== trip.alias) return;
  wishFor({ name: trip.name, withoutMedia: !trip.withMedia, join: false, ...of('pin', trip.pin), ...of('extension', trip.extension) });
  if (!proof?.token || proof.number !== trip.number) return;
  proven.who = { alias: trip.alias, token: proof.token, name: proof.name };
  wishFor({ join: true });
}

function of<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}
