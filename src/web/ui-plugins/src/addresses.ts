const known = /^(https?|mailto|tel|sips?):$/;

/** Where a message may lead: to sites, to people, or to a place on the server. A link that is a script, or holds a password, is none. */
export function safeAddress(given: unknown, base: string): URL | null {
  if (typeof given !== 'string' || given.length > 2000 || !URL.canParse(given, base)) return null;
  const address = new URL(given, base);
  return known.test(address.protocol) && address.username === '' && address.password === '' ? address : null;
}
