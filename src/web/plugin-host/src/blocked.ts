/** Something that the page's security policy is against, as the browser tells it. */
export interface Violation {
  readonly directive: string;
  /** The site, or a word where there is none: `inline`, `eval`, `data`. Never a whole address: that may hold what is nobody's business. */
  readonly site: string;
  /** The script that asked for it, where the browser knows. */
  readonly source: string;
  readonly target: EventTarget | null;
  /** False where the policy only reports. */
  readonly enforced: boolean;
}

/** Hears of what the page's security policy keeps from loading or being called; else only the browser's console would. Returns how to stop. */
export function hearBlocked(page: Document, heard: (violation: Violation) => void): () => void {
  const blocked = ({ effectiveDirective, blockedURI, sourceFile, disposition, target }: SecurityPolicyViolationEvent) =>
    heard({ directive: effectiveDirective, site: siteOf(blockedURI), source: sourceFile ?? '', target, enforced: disposition !== 'report' });
  page.addEventListener('securitypolicyviolation', blocked);
  return () => page.removeEventListener('securitypolicyviolation', blocked);
}

export function siteOf(address: string): string {
  const { protocol, host } = URL.parse(address) ?? { protocol: '', host: '' };
  return host ? `${protocol}//${host}` : address.split(/[:/?#]/)[0] || 'inline';
}

/** What nobody can be named for. */
export function unnamed({ directive, site }: Violation): string {
  return `A plugin may have been kept from using ${site}: this page's security policy (${directive}) does not allow it. The server's administrator can allow the site.`;
}
