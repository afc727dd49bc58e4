/** Where a node is reached: `node` is a whole origin, or a host with or without a port; without one it is the page's own. */
export function originOf(
  node: string | null | undefined,
  page: { readonly protocol: string; readonly host: string } | undefined,
): string {
  if (!node) {
    if (!page) throw new TypeError('A node is needed where there is no page');
    return `${page.protocol}//${page.host}`;
  }
  if (node.includes('://')) return new URL(node).origin;
  const own = page && (node === page.host || isLoopback(node));
  return new URL(`${own ? page.protocol : 'https:'}//${node}`).origin;
}

function isLoopback(node: string): boolean {
  const host = new URL(`http://${node}`).hostname;
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
