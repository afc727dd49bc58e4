import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { iconSprite } from './build/icon-sprite.ts';
import { packed } from './build/packed.ts';
import { plainStyles } from './build/plain-styles.ts';

// The server writes the entry page itself (Lobby/EntryPage.razor); the manifest tells it what to load.
export default defineConfig({
  base: '/webapp2/',
  plugins: [svelte(), plainStyles('src/styles/app.css'), iconSprite(), packed('../dist')],
  build: {
    outDir: '../dist/webapp2',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // The themes stand on light-dark(), which must not be taken apart.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['src/main.ts', 'src/styles/first.ts'],
      // What the first screen needs is one file, rather than forty that pages share in turn.
      output: { codeSplitting: { groups: [{ name: 'app', test: neededAtOnce }] } },
    },
  },
});

function neededAtOnce(id: string): boolean {
  return !id.endsWith('/styles/first.ts') && /\/node_modules\/|\/web\/(pexrtc|meeting)\/|\/connect\/src\/(joining|parts|memory|styles|words\/(en\/|[^/]+$))/.test(id);
}
