import { drop, inTab, keep, recall } from '../memory/stored';
import { pathOf } from './address';

/** Somebody left this page to sign in: what they had asked for, kept in their tab until they are back. */
export interface Trip {
  /** Only what comes back with this number is ours: a link that somebody else made does not sign anybody in. */
  readonly number: string;
  readonly alias: string;
  readonly name: string;
  readonly withMedia: boolean;
  readonly pin?: string;
  readonly extension?: string;
}

/** What somebody brings back: a token that the server takes for who they are, or null when they did not sign in. */
export interface Proof {
  readonly number: string;
  readonly token: string | null;
  readonly name: string;
}

const longest = 1900;

export function tripNumber(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where to come back to. The server fills in the places; behind the # they reach no server and no log. */
export function wayBack(here: URL, alias: string, number: string): string {
  const places = `#sso_token=__pexip-sso-token__&sso_name=__plenum-sso-name__&sso_trip=${number}`;
  const whole = here.origin + here.pathname + here.search + places;
  return whole.length <= longest ? whole : here.origin + pathOf({ at: 'meeting', alias }) + places;
}

export function proofIn(address: URL): Proof | null {
  const said = new URLSearchParams(address.hash.slice(1));
  const [token, number] = [said.get('sso_token'), said.get('sso_trip')];
  if (!token || !number) return null;
  return { number, token: token === 'none' ? null : token, name: (said.get('sso_name') ?? '').slice(0, 250) };
}

export const keepTrip = (trip: Trip): void => void keep('trip', trip, inTab);

export const dropTrip = (): void => void drop('trip', inTab);

/** The trip that was begun in this tab; it can be taken once. */
export function takeTrip(): Trip | null {
  const kept = recall('trip', inTab) as Partial<Record<keyof Trip, unknown>> | null;
  dropTrip();
  if (typeof kept?.number !== 'string' || typeof kept.alias !== 'string' || typeof kept.name !== 'string') return null;
  return {
    number: kept.number, alias: kept.alias, name: kept.name, withMedia: kept.withMedia === true,
    ...(typeof kept.pin === 'string' ? { pin: kept.pin } : {}),
    ...(typeof kept.extension === 'string' ? { extension: kept.extension } : {}),
  };
}
