import type { IdentityProvider } from '@plenum/pexrtc';

export type { IdentityProvider };

/** Where somebody stands with one meeting, from the wish to join to the good-bye. Exactly one of these is true at a time. */
export type MeetingState =
  | { readonly at: 'idle' }
  | { readonly at: 'entering' }
  | { readonly at: 'pin'; readonly guestPin: boolean; readonly wrong: boolean }
  | { readonly at: 'extension'; readonly wrong: boolean }
  | { readonly at: 'sign-in'; readonly providers: readonly IdentityProvider[] }
  /** The page has to go elsewhere, to sign in; it comes back with a proof. */
  | { readonly at: 'signing-in'; readonly url: string; readonly provider: IdentityProvider }
  | { readonly at: 'waiting'; readonly locked: boolean }
  | { readonly at: 'inside' }
  | { readonly at: 'transferring'; readonly to: string }
  | { readonly at: 'refused'; readonly problem: Problem }
  | { readonly at: 'left'; readonly departure: Departure };

/** Why a meeting could not be joined; `text` is what the server said, for those who look into it. */
export interface Problem {
  readonly kind: 'not-found' | 'pin-retries' | 'full' | 'maintenance' | 'unreachable' | 'too-fast' | 'sign-in' | 'waited-too-long' | 'unknown';
  readonly text: string;
}

/** How it ended: by one's own wish, by somebody else's, for everybody, or because the server could not be reached again. */
export interface Departure {
  readonly how: 'left' | 'removed' | 'ended' | 'hosts-gone' | 'expired' | 'lost' | 'elsewhere' | 'unknown';
  readonly text: string;
}

/** How the connection to the server is, while inside. */
export type Connection =
  | { readonly state: 'connected' }
  | { readonly state: 'reconnecting'; readonly since: number }
  | { readonly state: 'lost' };
