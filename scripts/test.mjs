import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

/** `npm test`: installs what the tests need and runs them, all or those named. The last line is for machines to read. */
requireNode(ROOT);
const { ensureBuilt } = await import('./lib/ensure-built.mjs');
const { ensureInstalled } = await import('./lib/ensure-installed.mjs');
const { prepareOrExit } = await import('./lib/preparation.mjs');
const { ensureSystemPackages, TEST_PACKAGES } = await import('./lib/system-packages.mjs');
const { runTests } = await import('./lib/run-tests.mjs');

process.chdir(ROOT);
await prepareOrExit([
  () => ensureInstalled(ROOT, console.log),
  () => ensureBuilt(ROOT, console.log),
  () => ensureSystemPackages(TEST_PACKAGES, console.log),
]);
const { line, ok } = await runTests(ROOT, process.argv.slice(2));
console.log(`\n${line}`);
process.exitCode = ok ? 0 : 1;
