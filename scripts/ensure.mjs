import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

/** Installs the packages of package-lock.json where they are missing: for what runs before any other script can. */
requireNode(ROOT);
const { ensureInstalled } = await import('./lib/ensure-installed.mjs');
const { prepareOrExit } = await import('./lib/preparation.mjs');

await prepareOrExit([() => ensureInstalled(ROOT, console.log)]);
