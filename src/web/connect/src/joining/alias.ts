/** A meeting that somebody named, and the server it belongs to where that is another than this page's. */
export interface NamedMeeting {
  readonly alias: string;
  /** Set when a link to another server was given: only that server knows the meeting. */
  readonly elsewhere?: URL;
  /** The link's own query, with PIN and names in it. */
  readonly query?: URLSearchParams;
}

const longest = 250;
const paths = [/^\/webapp2?\/conference\/([^/]+)\/?$/, /^\/webapp3\/m\/([^/]+)(?:\/.*)?$/, /^\/webapp\/m\/([^/]+)\/?$/];

/** A name as it may be sent to the server, or null where it cannot be one. */
export function aliasOf(text: string): string | null {
  const alias = text.trim();
  return alias.length > 0 && alias.length <= longest && !/[\p{Cc}\p{Zl}\p{Zp}/\\?#%]/u.test(alias) ? alias : null;
}

/** The alias in a path of ours; a broken escape is no alias rather than a fault. */
export function aliasInPath(path: string): string | null {
  const found = paths.map((pattern) => pattern.exec(path)?.[1]).find((part) => part !== undefined);
  return found === undefined ? null : aliasOf(decoded(found) ?? '');
}

/** Understands what people type or paste: a name, `name@host`, `sip:name@host`, or a link to a meeting. */
export function meetingIn(text: string, here: URL): NamedMeeting | null {
  const typed = text.trim().replace(/^<(.*)>$/, '$1');
  const link = /^https?:\/\//i.test(typed) ? url(typed) : looksLikeLink(typed) ? url(`https://${typed}`) : null;
  if (link) return inLink(link, here);
  const alias = aliasOf(typed.replace(/^(sips?|pexip|h323):/i, '').replace(/;.*$/, ''));
  return alias === null ? null : { alias };
}

function inLink(link: URL, here: URL): NamedMeeting | null {
  const alias = aliasInPath(link.pathname) ?? aliasOf(link.searchParams.get('conference') ?? '');
  if (alias === null) return null;
  return { alias, query: link.searchParams, ...(link.host === here.host ? {} : { elsewhere: link }) };
}

const looksLikeLink = (text: string): boolean => /^[\w.-]+(:\d+)?\/(webapp|\?)/i.test(text);

function url(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
