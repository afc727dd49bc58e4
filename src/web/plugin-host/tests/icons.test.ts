// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { iconOf } from '../src/menus/icons';

const svg = (inner: string, attributes = 'viewBox="0 0 8 8"') => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;
const markup = (text: string, fragment: string | null = null) => {
  const icon = iconOf(text, fragment, 'x-');
  return 'markup' in icon ? icon.markup : icon.why;
};

describe('An icon', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', '<path d="M0 0" onload="alert(1)"/>'],
    ['a foreign object', '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/></foreignObject>'],
    ['a link', '<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ['a picture from elsewhere', '<image href="https://evil.example/alert.png"/>'],
    ['a use of another file', '<use xlink:href="https://evil.example/alert.svg#x"/>'],
    ['a paint from elsewhere', '<path d="M0 0" fill="url(https://evil.example/alert.svg#x)"/>'],
    ['an animation', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['a style', '<style>@import url(https://evil.example/alert.css)</style>'],
  ])('never holds %s', (_, inner) => expect(markup(svg(inner))).not.toContain('alert'));

  it('is the part that its fragment names, with what that refers to', () => {
    const text = svg('<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><g id="a"><path d="M1 1" fill="url(#g)"/></g><g id="b"/>');
    const shown = new DOMParser().parseFromString(markup(text, 'a'), 'image/svg+xml').documentElement;
    expect(shown.getAttribute('viewBox')).toBe('0 0 8 8');
    expect(shown.querySelector('path')?.getAttribute('fill')).toBe('url(#x-g)');
    expect(shown.querySelector('linearGradient')?.id).toBe('x-g');
    expect(shown.querySelectorAll('g').length).toBe(1);
  });

  it('may be a symbol with a view box of its own', () => expect(markup(svg('<symbol id="s" viewBox="0 0 3 3"><path d="M2 2"/></symbol>'), 's')).toMatch(/viewBox="0 0 3 3".*M2 2/));

  it('keeps what its classes paint, as drawing programs write them', () => {
    const text = svg('<defs><style>/* x */ .cls-1,.cls-2 { fill: none; stroke: #fff !important } .cls-2{stroke:red}path{opacity:.5}.a.cls-2{stroke-width:3}@media print{.cls-1{fill:black}}</style></defs>'
      + '<path id="p" class="cls-1" fill="blue" d="M1 1"/><circle class="cls-2 a" style="stroke:lime" r="1"/><rect class="cls-2" width="1" height="1"/>');
    const shown = new DOMParser().parseFromString(markup(text), 'image/svg+xml').documentElement;
    const painted = (name: string) => ['fill', 'stroke', 'opacity', 'stroke-width'].map((attribute) => shown.querySelector(name)?.getAttribute(attribute) ?? null);
    expect([painted('path'), painted('circle'), painted('rect')]).toEqual([['none', '#fff', '.5', null], ['none', 'lime', null, '3'], ['none', 'red', null, null]]);
    expect(markup(text, 'p')).toContain('fill="none"');
    expect(shown.querySelector('style')).toBeNull();
    expect(markup(svg('<style>.a{fill:url(https://evil.example/alert)}</style><path class="a" d="M0 0"/>'))).not.toContain('alert');
  });

  it('says why it cannot be shown', () => {
    expect(markup(svg('<g id="a"/>'), 'b')).toBe('it has no element with the id "b"');
    expect(markup('<svg', null)).toBe('it is not well-formed SVG');
    expect(markup('<html xmlns="http://www.w3.org/1999/xhtml"/>', null)).toBe('it is not well-formed SVG');
  });
});
