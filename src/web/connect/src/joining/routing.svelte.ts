import { pathOf, placeOf, queryForPlugins, wishesOf, withoutSecrets, type LinkWishes, type Place } from './address';
import { proofIn, type Proof } from './trip';

/** Where in the app somebody is, what their link asked for, and the way back and forth between pages. */
class Routing {
  place: Place = $state.raw({ at: 'landing' });
  wishes: LinkWishes = $state.raw({ join: false });
  query: Record<string, string> = {};
  proof: Proof | null = null;
}

const routing = new Routing();

export const place = (): Place => routing.place;
export const wishes = (): LinkWishes => routing.wishes;

/** The query that the page was opened with, for plugins; without the PIN. */
export const conferenceQueryParams = (): Record<string, string> => routing.query;

/** Reads the address bar, and takes the PIN and what a sign-in brought back off it before anything else can see them. */
export function arrive(): void {
  const address = new URL(location.href);
  read(address);
  routing.proof = proofIn(address);
  if (address.searchParams.has('pin') || routing.proof) history.replaceState(history.state, '', withoutSecrets(address));
}

/** What a sign-in brought back; it can be taken once. */
export function takeProof(): Proof | null {
  const { proof } = routing;
  routing.proof = null;
  return proof;
}

/** Asks for more than the link did. */
export function wishFor(more: Partial<LinkWishes>): void {
  routing.wishes = { ...routing.wishes, ...more };
}

/** Goes to another page of the app. What the first link asked for holds until another link is followed. */
export function go(to: Place, query?: URLSearchParams): void {
  const address = new URL(pathOf(to), location.origin);
  for (const [key, value] of query ?? []) if (key !== 'conference') address.searchParams.append(key, value);
  history.pushState(null, '', withoutSecrets(address));
  read(address);
}

export function followHistory(signal: AbortSignal, mayGo: (to: Place) => boolean): void {
  window.addEventListener('popstate', () => {
    const here = routing.place;
    const address = new URL(location.href);
    if (mayGo(placeOf(address))) read(address);
    else history.pushState(null, '', pathOf(here));
  }, { signal });
}

function read(address: URL): void {
  routing.place = placeOf(address);
  routing.wishes = wishesOf(address.searchParams);
  routing.query = queryForPlugins(address.searchParams);
}
