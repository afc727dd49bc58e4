import type { ClassRules } from './class-rules';

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlink = 'http://www.w3.org/1999/xlink';

const elements = new Set(
  ('svg g defs symbol use path rect circle ellipse line polyline polygon text tspan clipPath mask pattern linearGradient radialGradient stop filter ' +
    'feGaussianBlur feOffset feBlend feColorMatrix feComposite feFlood feMerge feMergeNode feDropShadow').split(' '),
);

const attributes = new Set(
  ('id class d x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height points viewBox preserveAspectRatio transform fill fill-rule fill-opacity stroke stroke-width ' +
    'stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color display visibility clip-path clip-rule mask ' +
    'offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternTransform patternContentUnits clipPathUnits maskUnits ' +
    'maskContentUnits filter filterUnits in in2 result stdDeviation mode type values operator k1 k2 k3 k4 flood-color flood-opacity vector-effect ' +
    'font-size font-family font-weight text-anchor dominant-baseline letter-spacing').split(' '),
);

/** A copy with nothing in it that could run, load or reach out of the picture. Ids get a prefix, since several icons share a page. */
export function sanitised(source: Element, prefix: string, rules: ClassRules): SVGElement | null {
  const name = source.localName;
  if (source.namespaceURI !== svgNamespace || !elements.has(name)) return null;
  const copy = document.createElementNS(svgNamespace, name);
  for (const { name: attribute, value, namespaceURI } of [...source.attributes]) {
    if (attribute === 'href' || (namespaceURI === xlink && attribute.endsWith(':href'))) {
      if (value.startsWith('#')) copy.setAttribute('href', `#${prefix}${value.slice(1)}`);
    } else if (attributes.has(attribute)) copyValue(attribute, value, copy, prefix);
  }
  copyStyle([...rules(source), ...(source.getAttribute('style') ?? '').split(';')], copy, prefix);
  for (const child of source.childNodes) {
    if (child instanceof Element) {
      const kept = sanitised(child, prefix, rules);
      if (kept) copy.append(kept);
    } else if (child.nodeType === 3 && (name === 'text' || name === 'tspan')) copy.append(child.textContent ?? '');
  }
  return copy;
}

/** Drawing programs write presentation attributes as style, which counts over the attributes. */
function copyStyle(style: readonly string[], copy: Element, prefix: string): void {
  for (const part of style) {
    const colon = part.indexOf(':');
    const property = part.slice(0, colon).trim();
    if (colon > 0 && attributes.has(property) && property !== 'id' && property !== 'class') copyValue(property, part.slice(colon + 1).replace(/!important/i, '').trim(), copy, prefix);
  }
}

function copyValue(attribute: string, value: string, copy: Element, prefix: string): void {
  if (attribute === 'id') copy.setAttribute('id', prefix + value);
  else if (!/url\s*\(/i.test(value)) copy.setAttribute(attribute, value);
  else if (/^url\(\s*['"]?#[\w.:-]+['"]?\s*\)$/.test(value)) copy.setAttribute(attribute, value.replace(/#/, `#${prefix}`));
}
