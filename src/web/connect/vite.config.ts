import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { packed } from './build/packed.ts';
import { plainStyles } from './build/plain-styles.ts';

// The server writes the entry page itself (Lobby/EntryPage.razor); the manifest tells it what to load.
export default defineConfig({
  base: '/webapp2/',
  plugins: [svelte(), plainStyles('src/styles/app.css'), packed('../dist')],
  build: {
    outDir: '../dist/webapp2',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: 'src/main.ts' },
  },
});
