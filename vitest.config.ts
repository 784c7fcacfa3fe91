import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/** Whole classes in real processes and browsers: they would slow each other down, so each has the machine to itself. */
const WHOLE_CLASS_TESTS = ['test/integration/**/*.test.ts', 'test/e2e/**/*.test.ts'];
const CLIENT_TESTS = ['test/client/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/**/*.test.{ts,mjs}'],
          exclude: [...CLIENT_TESTS, ...WHOLE_CLASS_TESTS],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Parts are tested as a browser would load them; without this Svelte resolves to its server build.
        plugins: [svelte({ configFile: false }), svelteTesting()],
        test: { name: 'client', include: CLIENT_TESTS, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'whole class',
          include: WHOLE_CLASS_TESTS,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
