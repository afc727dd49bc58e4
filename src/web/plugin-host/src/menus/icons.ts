import { candidates, splitFragment } from '../branding/address';
import { classRulesOf, type ClassRules } from './class-rules';
import { sanitised } from './sanitise';

/** Markup of icons: always an `<svg>` of our own making from allowed elements, never a plugin's text. */
export interface Icons {
  /** What there is now; while it is being fetched, and where it cannot be shown, the default icon. */
  markup(named: string | null, folder: string, note: (text: string) => void): string;
}

export const defaultIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true">' +
  '<path d="M14 4.5a2 2 0 1 0-4 0V6H6v4H4.5a2 2 0 1 0 0 4H6v5h5v-1.5a2 2 0 1 1 4 0V19h4v-5h-1.5a2 2 0 1 1 0-4H19V6h-5z"/></svg>';

export function createIcons(page: string, read: (url: string) => Promise<string | null>, arrived: () => void): Icons {
  const drawn = new Map<string, string>();
  const files = new Map<string, Promise<string | null>>();
  let prefixes = 0;

  const fetchOnce = (url: string) => {
    const known = files.get(url) ?? read(url);
    files.set(url, known);
    return known;
  };

  const draw = async (named: string, folder: string, note: (text: string) => void): Promise<string> => {
    const { file, fragment } = splitFragment(named);
    if (!/\.svg(?:$|\?)/i.test(file)) {
      note(`The icon ${named} is not an SVG file`);
      return defaultIcon;
    }
    for (const url of candidates(file, folder, page)) {
      const text = await fetchOnce(url);
      if (text === null) continue;
      const result = iconOf(text, fragment, `pi${++prefixes}-`);
      if ('markup' in result) return result.markup;
      note(`The icon ${named} cannot be shown: ${result.why}`);
      return defaultIcon;
    }
    note(`The icon ${named} is not there`);
    return defaultIcon;
  };

  return {
    markup(named, folder, note) {
      if (named === null || named === '') return defaultIcon;
      const key = `${folder} ${named}`;
      const known = drawn.get(key);
      if (known !== undefined) return known;
      drawn.set(key, defaultIcon);
      void draw(named, folder, note).then((markup) => {
        drawn.set(key, markup);
        if (markup !== defaultIcon) arrived();
      });
      return defaultIcon;
    },
  };
}

/** The part of an SVG file that a fragment names, by itself. Without a fragment it is the whole picture. */
export function iconOf(text: string, fragment: string | null, prefix: string): { readonly markup: string } | { readonly why: string } {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.querySelector('parsererror')) return { why: 'it is not well-formed SVG' };
  const all = [root, ...root.querySelectorAll('*')];
  const part = fragment === null ? root : all.find((element) => element.id === fragment);
  if (!part) return { why: `it has no element with the id "${fragment}"` };
  const rules = classRulesOf(root);
  const clean = sanitised(part, prefix, rules);
  if (!clean) return { why: `<${part.localName}> is no picture` };
  const picture = part.localName === 'svg' ? clean : framed(clean, part, root, prefix, rules);
  for (const size of ['width', 'height']) {
    const length = Number.parseFloat(picture.getAttribute(size) ?? '');
    if (!picture.hasAttribute('viewBox') && Number.isFinite(length)) continue;
    picture.removeAttribute(size);
  }
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  return { markup: new XMLSerializer().serializeToString(picture) };
}

/** A symbol brings its own view box; any other element is seen in the box of the whole picture, with what it refers to. */
function framed(clean: SVGElement, part: Element, root: Element, prefix: string, rules: ClassRules): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const box = part.getAttribute('viewBox') ?? root.getAttribute('viewBox');
  if (box) svg.setAttribute('viewBox', box);
  for (const attribute of ['fill', 'stroke', 'stroke-width', 'width', 'height']) {
    const value = root.getAttribute(attribute);
    if (value && !/url/i.test(value)) svg.setAttribute(attribute, value);
  }
  for (const defs of root.querySelectorAll('defs')) if (!defs.contains(part)) append(svg, sanitised(defs, prefix, rules));
  if (part.localName === 'symbol') svg.append(...clean.childNodes);
  else svg.append(clean);
  return svg;
}

function append(svg: SVGElement, child: SVGElement | null): void {
  if (child) svg.append(child);
}
