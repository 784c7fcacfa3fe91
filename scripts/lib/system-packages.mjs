import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PreparationError } from './preparation.mjs';
import { runAloud, runQuietly } from './run-command.mjs';

/**
 * What the tests use that npm cannot install: a program and the Debian package that brings it.
 * @typedef {{ program: string, aptPackage: string, why: string }} SystemPackage
 */

/** @type {readonly SystemPackage[]} */
export const TEST_PACKAGES = [
  {
    program: 'chromium-headless-shell',
    aptPackage: 'chromium-headless-shell',
    why: 'the browser that the tests play a class in',
  },
  {
    program: 'redis-server',
    aptPackage: 'redis-server',
    why: 'the store that several servers share',
  },
];

/**
 * Installs the packages whose programs are missing, by apt-get, as root or with a sudo that asks for no password.
 * @param {readonly SystemPackage[]} packages
 * @param {(sentence: string) => void} say
 * @throws {PreparationError} naming what to install by hand, where we may not
 */
export async function ensureSystemPackages(packages, say) {
  const missing = packages.filter(({ program }) => !isOnPath(program));
  if (missing.length === 0) return;
  const prefix = await privilege();
  if (prefix === null || !isOnPath('apt-get')) throw new PreparationError(askFor(missing));
  const names = missing.map(({ aptPackage }) => aptPackage);
  say(`Installing ${names.join(' and ')} for the tests…`);
  await aptGet(prefix, ['update', '-q']);
  await aptGet(prefix, ['install', '-y', '-q', '--no-install-recommends', ...names]);
  const stillMissing = missing.filter(({ program }) => !isOnPath(program));
  if (stillMissing.length > 0) throw new PreparationError(askFor(stillMissing));
}

/** A failure here shows as a program that is still missing, with apt-get's own words above it. */
async function aptGet(prefix, args) {
  const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
  await runAloud(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** What to put before a command that needs root: nothing as root, `sudo -n` where it works, null where neither. */
async function privilege() {
  if (process.getuid?.() === 0) return [];
  const { code } = await runQuietly('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'] : null;
}

function askFor(packages) {
  const list = packages.map(({ aptPackage, why }) => `${aptPackage} (${why})`).join(' and ');
  return `The tests need ${list}: install it (Debian: apt-get install ${packages.map(({ aptPackage }) => aptPackage).join(' ')}) and try again.`;
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
