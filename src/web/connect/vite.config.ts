import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions, defineConfig } from 'vite';
import { neededAtOnce, sharedInside } from './build/chunks.ts';
import { iconSprite } from './build/icon-sprite.ts';
import { packed } from './build/packed.ts';
import { plainStyles } from './build/plain-styles.ts';

// The server writes the entry page itself (Lobby/EntryPage.razor); the manifest tells it what to load.
export default defineConfig({
  base: '/webapp2/',
  // RxJS has a form for browsers of today, which is a third smaller.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
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
      // Each group is exactly what its test says: what only plugins need comes with the plugin host.
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'app', test: neededAtOnce }, { name: 'inside', test: sharedInside }] } },
    },
  },
});
