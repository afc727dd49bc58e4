import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  resolve: { conditions: ['browser'] },
  test: {
    // Tests that need a page say so in their first line.
    environment: 'node',
    pool: 'threads',
    maxWorkers: '100%',
    include: ['*/tests/**/*.test.ts'],
  },
});
