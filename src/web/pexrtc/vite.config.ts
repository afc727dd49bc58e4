import { defineConfig } from 'vite';

// One plain script with the global PexRTC, as pages expect it at /static/webrtc/js/pexrtc.js.
export default defineConfig({
  build: {
    outDir: '../dist/static/webrtc/js',
    emptyOutDir: true,
    lib: { entry: 'src/global.ts', formats: ['iife'], name: 'PexRTC', fileName: () => 'pexrtc.js' },
  },
});
