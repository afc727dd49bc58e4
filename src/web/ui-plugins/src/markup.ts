import { safeAddress } from './addresses';

const plain = new Set(['B', 'STRONG', 'I', 'EM', 'U', 'S', 'BR', 'P', 'UL', 'OL', 'LI', 'CODE', 'SMALL', 'SPAN', 'DIV']);
/** What these hold is no text for people. */
const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'EMBED', 'NOSCRIPT', 'HEAD', 'TITLE', 'TEXTAREA', 'SELECT', 'SVG', 'MATH']);
const deepest = 20;

/** Text with some basic tags as nodes: what else there is of tags goes, what they hold stays as text. Nothing of it can run or load. */
export function fromMarkup(markup: string, page: Document, base: string): DocumentFragment {
  // A document that is not shown neither runs nor fetches anything.
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  const made = page.createDocumentFragment();
  for (const node of parsed.body.childNodes) copy(node, made, page, base, 0);
  return made;
}

function copy(node: Node, into: Node, page: Document, base: string, depth: number): void {
  if (node.nodeType === 3) return void into.appendChild(page.createTextNode(node.nodeValue ?? ''));
  if (node.nodeType !== 1 || depth > deepest) return;
  const element = node as Element;
  const name = element.tagName.toUpperCase();
  if (dropped.has(name)) return;
  const made = plain.has(name) ? page.createElement(name) : name === 'A' ? linkTo(element.getAttribute('href'), page, base) : null;
  if (made) into.appendChild(made);
  for (const child of element.childNodes) copy(child, made ?? into, page, base, depth + 1);
}

function linkTo(href: string | null, page: Document, base: string): HTMLElement | null {
  const address = href === null ? null : safeAddress(href, base);
  return address && Object.assign(page.createElement('a'), { href: address.href, target: '_blank', rel: 'noopener noreferrer' });
}

/** The same, to be said aloud. */
export function wordsOf(markup: string): string {
  return new DOMParser().parseFromString(markup.replace(/<\/?(br|p|li|ul|ol|div)\b[^<>]*>/gi, ' $& '), 'text/html').body.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
