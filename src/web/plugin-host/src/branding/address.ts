const anchored = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\/|(?:\.\/)?(?:custom_configuration|configuration)\/)/i;

/** Where the branding lies, as seen from the page. */
export function brandingRoot(page: string): string {
  return new URL('custom_configuration/', page).href;
}

/**
 * Where a file that a plugin names may be, best guess first. Addresses that begin with the branding's folder are
 * relative to the page; others to the plugin's folder, and to the page where it is not there.
 */
export function candidates(named: string, folder: string, page: string): readonly string[] {
  try {
    if (anchored.test(named)) return [new URL(named, page).href];
    return [...new Set([new URL(named, folder).href, new URL(named, page).href])];
  } catch {
    return [];
  }
}

/** Taken apart by hand, since an id after the hash may hold any character. */
export function splitFragment(address: string): { readonly file: string; readonly fragment: string | null } {
  const hash = address.indexOf('#');
  return hash < 0 ? { file: address, fragment: null } : { file: address.slice(0, hash), fragment: address.slice(hash + 1) || null };
}
