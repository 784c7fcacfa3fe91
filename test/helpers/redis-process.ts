import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/free-port.ts';

/** A redis-server of a test's own. */
export type RedisProcess = {
  readonly url: string;
  /** Everything it has on its disk, as text. */
  readonly onDisk: () => string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port, with what is on its disk. */
  readonly restart: () => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Ends it and forgets what it kept. */
  readonly dispose: () => Promise<void>;
};

/** What a store needs of Redis; a test may ask for something else. */
const SETTINGS = {
  appendonly: 'yes',
  appendfsync: 'always',
  'maxmemory-policy': 'noeviction',
  save: '',
  'repl-diskless-sync-delay': '0',
};

export async function startRedis(settings: Readonly<Record<string, string>> = {}): Promise<RedisProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'descenso-redis-'));
  const port = await freePort();
  const options = Object.entries({
    ...SETTINGS,
    ...settings,
    dir: folder,
    port: String(port),
    bind: '127.0.0.1',
  });
  const launch = async () => {
    const child = spawn(
      'redis-server',
      options.flatMap(([name, value]) => [`--${name}`, value]),
      // A group of its own: the rewriting of its file is a process beside it, and has to end with it.
      { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Ready to accept connections')) resolve();
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}: ${said}`)));
    });
    return child;
  };
  let child = await launch();
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    onDisk: () => textIn(folder),
    kill,
    restart: async () => {
      child = await launch();
    },
    signal: (signal) => void child.kill(signal),
    dispose: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function textIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n');
}
