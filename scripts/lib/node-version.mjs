import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why this Node.js cannot run the project, in one sentence, or null when it can.
 * @param {string} version as in `process.versions.node`
 * @param {string} wanted the `engines.node` of package.json, of the form `>=20.19`
 * @returns {string | null}
 */
export function nodeProblem(version, wanted) {
  const [major = 0, minor = 0] = numbers(version);
  const [leastMajor = 0, leastMinor = 0] = numbers(wanted);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return null;
  return `Descenso needs Node.js ${leastMajor}.${leastMinor} or newer, and this is ${version}: install a newer one from https://nodejs.org and try again.`;
}

/** Ends the process with the sentence when this Node.js is too old. Syntax here stays simple, so that an old one can say it. */
export function requireNode(root) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const problem = nodeProblem(process.versions.node, engines.node);
  if (problem === null) return;
  console.error(problem);
  process.exit(1);
}

function numbers(version) {
  return version.replace(/^\D*/, '').split('.').map(Number);
}
