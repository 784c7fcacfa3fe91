import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../scripts/lib/root.mjs';
import { sourceDigest } from '../../scripts/lib/source-digest.mjs';
import { addFile, folderWith } from './in-temporary-folder.mjs';

/** A project that is installed and built, with the real scripts and a server of a few lines. */
function builtProject() {
  const folder = folderWith({
    'package.json': JSON.stringify({
      type: 'module',
      engines: { node: '>=20.19' },
      scripts: { start: 'node scripts/start.mjs' },
    }),
    'package-lock.json': JSON.stringify({ packages: {} }),
    'node_modules/.package-lock.json': JSON.stringify({ packages: {} }),
    'dist/server/main.js': `process.on('SIGTERM', () => { console.log('saved'); process.exit(0); });
      process.send({ kind: 'listening' }); console.log('__proto__' in {} ? 'prototypes lie open' : 'listening'); setInterval(() => {}, 1000);`,
  });
  cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
  addFile(folder, 'dist/.built-from', sourceDigest(folder));
  return folder;
}

function start(command, args) {
  const child = spawn(command, args, {
    cwd: builtProject(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  onTestFinished(() => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // All of it has ended by itself, as it should.
    }
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { child, output: () => output, closed: new Promise((resolve) => child.once('close', resolve)) };
}

it('a built project is up within 3 seconds, its output untouched, its prototypes out of reach (I14)', async () => {
  const startedMs = performance.now();
  const { child, output, closed } = start(process.execPath, ['scripts/start.mjs']);
  await expect.poll(output, { timeout: 10_000, interval: 20 }).toBe('listening\n');
  expect(performance.now() - startedMs).toBeLessThan(3_000);
  child.kill('SIGTERM');
  expect(await closed).toBe(0);
  expect(output()).toBe('listening\nsaved\n');
});

it('stopping npm stops the class too, although npm tells only its shell', async () => {
  const { child, output, closed } = start('npm', ['start', '--silent']);
  await expect.poll(output, { timeout: 10_000, interval: 20 }).toContain('listening\n');
  child.kill('SIGTERM');
  // The output closes when the last process that holds it is gone.
  await closed;
  expect(output()).toMatch(/saved\n$/);
});
