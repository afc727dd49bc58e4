import type { ConferenceDetails } from './details';

/** What somebody asks for who wants to be in a meeting. */
export interface JoinWish {
  readonly alias: string;
  readonly name: string;
  /** `none` joins as a guest where only hosts have a PIN. */
  readonly pin?: string;
  /** Of a stay that this page's predecessor had a moment ago: good for one attempt instead of the PIN. */
  readonly pass?: string;
  readonly extension?: string;
  /** That somebody signed in; good for one seat. */
  readonly ssoToken?: string;
  /** Where a sign-in leads back to, with the place for its proof. */
  readonly returnTo?: string;
  readonly callTag?: string;
  readonly bandwidth?: number;
  /** Another server than the one this page came from: host[:port] or an origin. */
  readonly node?: string;
  readonly media: MediaWish;
  /** What the devices are by the time that somebody comes back by themselves. */
  readonly devices?: () => MediaWish;
}

/** Which devices are used, `null` for none; whatever is not allowed or not there is simply absent. */
export interface MediaWish {
  readonly microphone: string | null;
  readonly camera: string | null;
  readonly muteMicrophone: boolean;
  readonly muteCamera: boolean;
  /** The stream that the preview already opened, so that devices are asked for once. */
  readonly stream?: MediaStream;
}

/** What one's call can do, as plugins are told; known before the first thing is heard of the conference. */
export function mediaTypeOf(wish: JoinWish | null): ConferenceDetails['mediaType'] {
  if (!wish) return 'none';
  return wish.media.camera !== null ? 'video' : wish.media.microphone !== null ? 'audioonly' : 'none';
}
