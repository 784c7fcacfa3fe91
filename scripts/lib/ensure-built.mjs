import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NPM } from './npm.mjs';
import { PreparationError } from './preparation.mjs';
import { runQuietly } from './run-command.mjs';
import { sourceDigest } from './source-digest.mjs';

/**
 * Builds client and server into dist/ unless what is there was built from these very sources.
 * @param {string} root the project's folder, installed
 * @param {(sentence: string) => void} say
 * @throws {PreparationError}
 */
export async function ensureBuilt(root, say) {
  const stamp = join(root, 'dist', '.built-from');
  // Taken before the build: a source saved while it runs makes the next start build again.
  const digest = sourceDigest(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('Building…');
  const { code, output } = await runQuietly(NPM.command, ['run', '--silent', 'build'], {
    cwd: root,
    shell: NPM.shell,
  });
  if (code !== 0)
    throw new PreparationError(`${output.trimEnd()}\nThe build did not work; what is wrong is above.`);
  writeFileSync(stamp, digest);
}
