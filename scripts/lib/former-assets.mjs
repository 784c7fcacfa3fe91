import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that are open when their server is built anew ask for parts of theirs for this long. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Puts the scripts and styles of the build that is about to be replaced aside, where the server finds them, and takes away
 * those that were replaced more than a day ago.
 * @param {string} dist the folder of the build, with `client/assets` and `former/WHEN/assets` in it
 * @param {number} nowMs
 */
export function keepFormerAssets(dist, nowMs) {
  const former = join(dist, 'former');
  const assets = join(dist, 'client', 'assets');
  if (existsSync(assets)) cpSync(assets, join(former, String(nowMs), 'assets'), { recursive: true });
  if (!existsSync(former)) return;
  for (const when of readdirSync(former))
    if (nowMs - Number(when) > KEPT_MS) rmSync(join(former, when), { recursive: true, force: true });
}
