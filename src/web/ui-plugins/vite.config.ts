import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

// One plain script with the global PlenumUi, for pages of other apps: /static/plenum/ui-plugins.js. Beside it, where other services lead people back to.
export default defineConfig({
  plugins: [pages('signed-in.html', 'signed-in.js')],
  // A classic script has no import.meta; what containment wants to know is where its own code lies.
  define: { 'import.meta.url': 'plenumScript' },
  build: {
    outDir: '../dist/static/plenum',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'src/embed/index.ts', formats: ['iife'], name: 'PlenumUi', fileName: () => 'ui-plugins.js' },
    rolldownOptions: { output: { banner: 'var plenumScript = document.currentScript ? document.currentScript.src : location.href;' } },
  },
});

function pages(...names: readonly string[]): Plugin {
  return {
    name: 'pages',
    generateBundle() {
      for (const name of names) this.emitFile({ type: 'asset', fileName: name, source: readFileSync(`pages/${name}`, 'utf8') });
    },
  };
}
