import { defineConfig } from 'vite';

// One plain script with the global PlenumUi, for pages of other apps: /static/plenum/ui-plugins.js.
export default defineConfig({
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
