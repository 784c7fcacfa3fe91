import { requireNode } from './lib/node-version.mjs';
import { ROOT } from './lib/root.mjs';

/** `npm start`: from a bare folder to a running class, and running again if the server dies. */
requireNode(ROOT);
// Only now: an old Node.js could not even read what follows.
const { ensureBuilt } = await import('./lib/ensure-built.mjs');
const { ensureInstalled } = await import('./lib/ensure-installed.mjs');
const { whenOrphaned } = await import('./lib/orphaned.mjs');
const { prepareOrExit } = await import('./lib/preparation.mjs');
const { SERVER_COMMAND } = await import('./lib/server-command.mjs');
const { supervise } = await import('./lib/supervise.mjs');

// A class started by hand may outlive its terminal; one started by npm ends with it.
if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));
process.chdir(ROOT);
await prepareOrExit([() => ensureInstalled(ROOT, console.log), () => ensureBuilt(ROOT, console.log)]);
process.exitCode = await supervise(SERVER_COMMAND, { standsBy: true });
