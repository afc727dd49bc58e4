/** Tells of what the page's security policy kept from loading or being called; else only the browser's console would. Returns how to stop. */
export function tellOfBlocked(page: Document, tell: (text: string) => void): () => void {
  const blocked = ({ effectiveDirective, blockedURI, sourceFile }: SecurityPolicyViolationEvent) => {
    const from = /\/plugins\/([^/]+)\//.exec(sourceFile ?? '')?.[1];
    const what = blockedURI === '' ? 'something' : blockedURI;
    tell(`${from ? `The plugin in ${from} was` : 'A plugin may have been'} kept from using ${what}: this page's security policy (${effectiveDirective}) does not allow it. Put it into the package, or have the server's administrator allow the site.`);
  };
  page.addEventListener('securitypolicyviolation', blocked);
  return () => page.removeEventListener('securitypolicyviolation', blocked);
}
