import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Whole classes in real processes and browsers: much of their time they wait for one another, so a machine plays one more
 * of them at a time than it has cores.
 */
const WHOLE_CLASS_TESTS = ['test/integration/**/*.test.ts', 'test/e2e/**/*.test.ts'];
/** Twice as long as any other: begun last, they would play on alone. */
const LONGEST_TEST = /\/lesson-(?:es|en)\.test\.ts$/u;
const CLIENT_TESTS = ['test/client/**/*.test.ts'];
const PURE_TESTS = ['test/shared/**/*.test.ts'];
/** One more than there are cores: tests of the store wait for the disk, and a runner's own choice leaves a core free. */
const WORKERS = availableParallelism() + 1;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean => LONGEST_TEST.test(moduleId);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
          testTimeout: 240_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
