import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PreparationError } from './preparation.mjs';
import { runAloud, runQuietly } from './run-command.mjs';

/**
 * What the tests use that npm cannot install: a program and the Debian package that brings it. Without an optional one the
 * tests that need it are skipped.
 * @typedef {{ program: string, aptPackage: string, why: string, optional?: boolean }} SystemPackage
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
  {
    program: 'caddy',
    aptPackage: 'caddy',
    why: 'the door before several servers',
    optional: true,
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
  if (prefix !== null && isOnPath('apt-get')) await install(prefix, missing, say);
  const stillMissing = missing.filter(({ program }) => !isOnPath(program));
  const needed = stillMissing.filter(({ optional }) => optional !== true);
  if (needed.length > 0) throw new PreparationError(askFor(needed));
  for (const { aptPackage, why } of stillMissing) {
    say(
      `There is no ${aptPackage} (${why}), and it could not be installed: the tests that need it are skipped.`,
    );
  }
}

/** One by one, so that a package which cannot be had does not take the others along. */
async function install(prefix, packages, say) {
  const names = packages.map(({ aptPackage }) => aptPackage);
  say(`Installing ${names.join(' and ')} for the tests…`);
  await aptGet(prefix, ['update', '-q']);
  for (const name of names) await aptGet(prefix, ['install', '-y', '-q', '--no-install-recommends', name]);
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
