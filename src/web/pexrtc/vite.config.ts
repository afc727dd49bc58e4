import { defineConfig, type Plugin } from 'vite';
import { readFileSync } from 'node:fs';

// One plain script with the global PexRTC, as pages expect it at /static/webrtc/js/pexrtc.js, and a page that uses it.
export default defineConfig({
  plugins: [example()],
  build: {
    outDir: '../dist/static/webrtc',
    emptyOutDir: true,
    lib: { entry: 'src/global.ts', formats: ['iife'], name: 'PexRTC', fileName: () => 'js/pexrtc.js' },
  },
});

function example(): Plugin {
  return {
    name: 'example',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'example.html', source: readFileSync('example/index.html', 'utf8') });
    },
  };
}
