import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the build reads. */
const SOURCES = [
  'client',
  'server',
  'shared',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
  'vite.player.config.ts',
  'vite.server.config.ts',
];

/**
 * A digest of every source the build reads: names and contents, not dates, since a checkout, a copy or a deleted file
 * can make sources differ from what was built without making any of them newer.
 * @param {string} root the project's folder
 * @returns {string} sha-256, hexadecimal
 */
export function sourceDigest(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, root, source);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, root, `${path}/${name}`);
    return;
  }
  const content = readFileSync(full);
  hash.update(`${path}\0${content.length}\0`).update(content);
}
