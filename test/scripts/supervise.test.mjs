import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../scripts/lib/root.mjs';
import { folderWith } from './in-temporary-folder.mjs';

const SUPERVISE = pathToFileURL(join(ROOT, 'scripts/lib/supervise.mjs')).href;
const LISTENING = `process.send({ kind: 'listening' }); console.log('listening', process.pid); setInterval(() => {}, 1000);`;

/** A supervisor in a process of its own, watching a server made of this source. */
function supervised(server, options = {}) {
  const folder = folderWith({
    'server.mjs': server,
    'start.mjs': `import { supervise } from ${JSON.stringify(SUPERVISE)};
      process.exitCode = await supervise([${JSON.stringify('server.mjs')}], ${JSON.stringify(options)});`,
  });
  const child = spawn(process.execPath, ['start.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    ended,
    output: () => output,
    stop: (signal) => child.kill(signal),
    /** Process ids of the servers that have listened so far, once there are this many. */
    servers: async (count) => {
      const pids = () => [...output.matchAll(/listening (\d+)/g)].map(([, pid]) => Number(pid));
      await expect.poll(() => pids().length, { timeout: 10_000, interval: 20 }).toBeGreaterThanOrEqual(count);
      return pids();
    },
  };
}

it('a server killed in mid-lesson is back within a second, and stays watched', async () => {
  const start = supervised(LISTENING);
  const [first] = await start.servers(1);
  process.kill(first, 'SIGKILL');
  const killedMs = performance.now();
  const [, second] = await start.servers(2);
  expect(performance.now() - killedMs).toBeLessThan(1_500);
  expect(start.output()).toContain('The server died (SIGKILL). It starts again in 0.3 s.');
  process.kill(second, 'SIGKILL');
  await start.servers(3);
  start.stop('SIGTERM');
  expect(await start.ended).toBe(0);
});

it('a wrong setting is said once and not tried again', async () => {
  const start = supervised(`console.error('PORT is not a number'); process.exit(1);`);
  expect(await start.ended).toBe(1);
  expect(start.output()).toBe('PORT is not a number\n');
});

it('a server that crashes with code 1 after it has listened is started again', async () => {
  const start = supervised(`${LISTENING} setTimeout(() => { throw new Error('a bug'); }, 100);`);
  await start.servers(2);
  expect(start.output()).toContain('The server died (exit code 1).');
  start.stop('SIGTERM');
  expect(await start.ended).toBe(0);
});

it('a server that ends by itself is not started again', async () => {
  const start = supervised(`process.send({ kind: 'listening' }); console.log('done'); process.disconnect();`);
  expect(await start.ended).toBe(0);
  expect(start.output()).toBe('done\n');
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s reaches the server, and we wait until it has saved',
  async (signal) => {
    const saving = `process.on('${signal}', () => setTimeout(() => { console.log('saved'); process.exit(0); }, 300));`;
    const start = supervised(saving + LISTENING);
    await start.servers(1);
    start.stop(signal);
    expect(await start.ended).toBe(0);
    expect(start.output()).toMatch(/saved\n$/);
  },
);

it('a server deaf to being stopped is ended all the same', async () => {
  const start = supervised(`process.on('SIGTERM', () => {}); ${LISTENING}`, { patienceMs: 300 });
  await start.servers(1);
  start.stop('SIGTERM');
  expect(await start.ended).toBe(0);
});

it('stopping between two starts does not wait for the next', async () => {
  const start = supervised(`process.kill(process.pid, 'SIGKILL');`, {
    backOff: { leastMs: 60_000, mostMs: 60_000, steadyAfterMs: 10_000 },
  });
  await expect.poll(start.output, { timeout: 10_000 }).toContain('It starts again in 60 s.');
  start.stop('SIGINT');
  expect(await start.ended).toBe(0);
});

/** A server that says in which order it was read and begun. */
const STANDS_BY = `if (process.argv.includes('--standby')) {
    console.log('stands by', process.pid);
    process.once('disconnect', () => process.exit(0));
    await new Promise((begin) => process.once('message', begin));
  }
  ${LISTENING}`;

it('the successor of a server waits beside it, and takes its place at once', async () => {
  const start = supervised(STANDS_BY, {
    standsBy: true,
    calmMs: 0,
    backOff: { leastMs: 60_000, mostMs: 60_000, steadyAfterMs: 0 },
  });
  const [first] = await start.servers(1);
  await expect.poll(start.output, { timeout: 10_000 }).toContain('stands by');
  const [, waiting] = /stands by (\d+)/.exec(start.output());
  process.kill(first, 'SIGKILL');
  const [, second] = await start.servers(2);
  expect(second).toBe(Number(waiting));
  expect(start.output()).toContain('The server died (SIGKILL). It starts again at once.');
  start.stop('SIGTERM');
  expect(await start.ended).toBe(0);
});

it('a successor that died waiting is missed by nobody', async () => {
  const start = supervised(STANDS_BY, {
    standsBy: true,
    calmMs: 0,
    backOff: { leastMs: 10, mostMs: 10, steadyAfterMs: 0 },
  });
  const [first] = await start.servers(1);
  await expect.poll(start.output, { timeout: 10_000 }).toContain('stands by');
  process.kill(Number(/stands by (\d+)/.exec(start.output())[1]), 'SIGKILL');
  process.kill(first, 'SIGKILL');
  await start.servers(2);
  start.stop('SIGTERM');
  expect(await start.ended).toBe(0);
});
