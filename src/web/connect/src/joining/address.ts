import { aliasInPath, aliasOf } from './alias';

/** Which page the address names. */
export type Place = { readonly at: 'landing' } | { readonly at: 'settings' } | { readonly at: 'meeting'; readonly alias: string };

/** What a link asks for beyond the place; absent is not asked. */
export interface LinkWishes {
  readonly name?: string;
  /** `none` joins as a guest. */
  readonly pin?: string;
  readonly role?: 'host' | 'guest';
  /** Go in at once, with whatever devices there are. */
  readonly join: boolean;
  /** Nothing that a link can say: it was said on a page before this one. */
  readonly withoutMedia?: boolean;
  readonly muteMicrophone?: boolean;
  readonly muteCamera?: boolean;
  readonly bandwidth?: number;
  readonly extension?: string;
  readonly callTag?: string;
  readonly node?: string;
  readonly language?: string;
  readonly theme?: string;
}

const root = '/webapp2';

export function placeOf(address: URL): Place {
  const alias = aliasInPath(address.pathname) ?? aliasOf(address.searchParams.get('conference') ?? '');
  if (alias !== null && address.pathname.startsWith(`${root}/conference`)) return { at: 'meeting', alias };
  return address.pathname === `${root}/settings` ? { at: 'settings' } : alias !== null ? { at: 'meeting', alias } : { at: 'landing' };
}

export function pathOf(place: Place): string {
  switch (place.at) {
    case 'landing': return `${root}/home`;
    case 'settings': return `${root}/settings`;
    case 'meeting': return `${root}/conference/${encodeURIComponent(place.alias)}`;
    default: return place satisfies never;
  }
}

export function wishesOf(query: URLSearchParams): LinkWishes {
  const text = <K extends string>(key: K, as: string = key): { [P in K]?: string } => {
    const value = query.get(as)?.trim().slice(0, 250);
    return (value ? { [key]: value } : {}) as { [P in K]?: string };
  };
  const flag = <K extends string>(key: K): { [P in K]?: boolean } => (query.has(key) ? { [key]: isYes(query.get(key)) } : {}) as { [P in K]?: boolean };
  const role = query.get('role')?.toLowerCase();
  const bandwidth = Number(query.get('bw'));
  return {
    ...text('name'), ...text('pin'), ...text('extension'), ...text('callTag'), ...text('node'), ...text('language'), ...text('theme'),
    ...flag('muteMicrophone'), ...flag('muteCamera'),
    ...(role === 'host' || role === 'guest' ? { role } : {}),
    ...(Number.isInteger(bandwidth) && bandwidth > 0 ? { bandwidth } : {}),
    join: isYes(query.get('join')),
  };
}

/** The query as plugins see it: everything, also what we do not know, but never the PIN. */
export function queryForPlugins(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].filter(([key]) => key !== 'pin'));
}

/** The same address without its PIN and without what a sign-in brought back, for the address bar and the history. */
export function withoutSecrets(address: URL): URL {
  const clean = new URL(address);
  if (/\bsso_token=/.test(clean.hash)) clean.hash = '';
  clean.searchParams.delete('pin');
  return clean;
}

function isYes(value: string | null): boolean {
  return value !== null && !['0', 'false', 'no', 'off'].includes(value.toLowerCase());
}
