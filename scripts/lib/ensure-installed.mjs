import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NPM } from './npm.mjs';
import { PreparationError } from './preparation.mjs';
import { runAloud } from './run-command.mjs';

/**
 * Installs the packages of package-lock.json unless they are there.
 * @param {string} root the project's folder
 * @param {(sentence: string) => void} say
 * @throws {PreparationError}
 */
export async function ensureInstalled(root, say) {
  if (isInstalled(root)) return;
  say('Installing the packages Descenso needs (once; it takes a minute or two)…');
  const task = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  // The build needs the development packages even where NODE_ENV says production.
  const code = await runAloud(NPM.command, [task, '--include=dev'], { cwd: root, shell: NPM.shell });
  if (code === 0) return;
  throw new PreparationError(
    `The packages could not be installed (npm ${task} ended with ${code}): is there a connection?`,
  );
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm leaves a record of what it installed when, and only
 * when, it has finished; comparing that with the lock also sees an install that was cut off, a lock changed by a pull,
 * and an install without the development packages.
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (!existsSync(record)) return false;
  if (!existsSync(lock)) return true;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(lock)).every(
    // Packages for other platforms are in the lock and never installed; '' is the project itself.
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
