import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runAloud } from './run-command.mjs';
import { tally, verdict } from './test-tally.mjs';

/**
 * Runs vitest once, its own report on our output.
 * @param {string} root the project's folder
 * @param {readonly string[]} args for vitest: files, `-t NAME`, …
 * @returns {Promise<{ line: string, ok: boolean }>} the verdict
 */
export async function runTests(root, args) {
  const report = join(root, 'test-output', 'tests.json');
  // A run that dies before it reports must not be judged by the one before.
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await runAloud(process.execPath, [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
  return verdict(tally(results), code);
}
