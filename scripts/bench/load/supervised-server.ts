import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KEY } from './bench-server.ts';
import { freePort } from '../../lib/free-port.ts';

/** The server as `npm start` runs it: somebody starts it again when it dies. */
export type SupervisedServer = {
  readonly url: string;
  readonly key: string;
  readonly dataDir: string;
  /** Kills the server itself, and not who looks after it. */
  readonly killChild: () => void;
  /** Ends both, and leaves the data. */
  readonly stopChild: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const STARTS_WITHIN_MS = 60_000;

export async function startSupervisedServer(): Promise<SupervisedServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'descenso-bench-'));
  const port = await freePort();
  const supervisor = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      TEACHER_KEY: KEY,
      LOG_LEVEL: 'warn',
    },
  });
  const ended = new Promise<void>((resolve) => supervisor.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stopChild = async (): Promise<void> => {
    supervisor.kill('SIGTERM');
    await ended;
  };
  const deadline = performance.now() + STARTS_WITHIN_MS;
  while (!(await isUp(url))) {
    if (performance.now() > deadline || supervisor.exitCode !== null) {
      if (supervisor.exitCode === null) await stopChild();
      throw new Error('the server did not start; run "npm run build" first');
    }
    await wait(100);
  }
  return {
    url,
    dataDir,
    key: KEY,
    killChild: () => process.kill(childOf(supervisor.pid ?? 0), 'SIGKILL'),
    stopChild,
    stop: async () => {
      await stopChild();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The one process that a process has started. Linux says so. */
function childOf(pid: number): number {
  const child = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
  if (!(child > 0)) throw new Error('there is no server to kill');
  return child;
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false; // not listening yet
  }
}
