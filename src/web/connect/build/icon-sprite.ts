import type { Plugin } from 'vite';
import { drawings } from '../src/parts/drawings.ts';

/** Writes our drawings as /webapp2/icons.svg, one symbol each, since plugins refer to them as `icons.svg#name`. */
export function iconSprite(): Plugin {
  return {
    name: 'icon-sprite',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'icons.svg', source: sprite(drawings) });
    },
  };
}

export function sprite(icons: Readonly<Record<string, string>>): string {
  const stroke = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
  const symbols = Object.entries(icons).map(([name, path]) => `<symbol id="${name}" viewBox="0 0 24 24"><path ${stroke} d="${path}"/></symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;
}
