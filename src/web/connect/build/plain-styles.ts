import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** Serves a style sheet under its own name too, since plugins' pages link to it at /webapp2/app.css. */
export function plainStyles(file: string): Plugin {
  return {
    name: 'plain-styles',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: basename(file), source: await readFile(file) });
    },
  };
}
