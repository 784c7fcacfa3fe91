import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/**
 * Whole classes in real processes and browsers: most of their time they wait for one another, so two of them share a
 * machine of two cores well, and more would only slow each other down.
 */
const WHOLE_CLASS_TESTS = ['test/integration/**/*.test.ts', 'test/e2e/**/*.test.ts'];
const WHOLE_CLASSES_AT_ONCE = 2;
const CLIENT_TESTS = ['test/client/**/*.test.ts'];
const PURE_TESTS = ['test/shared/**/*.test.ts'];
/** One more than there are cores: tests of the store wait for the disk, and a runner's own choice leaves a core free. */
const WORKERS = availableParallelism() + 1;

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: WORKERS,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          globalSetup: 'test/helpers/build-threads.ts',
          include: ['test/**/*.test.{ts,mjs}'],
          exclude: [...PURE_TESTS, ...CLIENT_TESTS, ...WHOLE_CLASS_TESTS],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // What is pure leaves nothing behind: its modules are loaded once for all files.
        test: { name: 'pure', isolate: false, include: PURE_TESTS, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        // Parts are tested as a browser would load them; without this Svelte resolves to its server build.
        plugins: [svelte({ configFile: false }), svelteTesting()],
        // Compiled Svelte is loaded once for all files, which takes longer than their tests.
        test: { name: 'client', isolate: false, include: CLIENT_TESTS, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'whole class',
          include: WHOLE_CLASS_TESTS,
          maxWorkers: WHOLE_CLASSES_AT_ONCE,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
