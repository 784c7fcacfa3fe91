import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

/**
 * `npm run check`: every check, one line each, and the output of those that failed.
 * `npm run check -- types layers` runs only the checks of these names.
 */
requireNode(ROOT);
const { CHECKS } = await import('./lib/checks.mjs');
const { runChecks } = await import('./lib/run-checks.mjs');

process.chdir(ROOT);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check ${unknown.join(', ')}; there are ${CHECKS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
const chosen = wanted.length === 0 ? CHECKS : CHECKS.filter(({ name }) => wanted.includes(name));
process.exitCode = (await runChecks(chosen, ROOT, console.log)) ? 0 : 1;
