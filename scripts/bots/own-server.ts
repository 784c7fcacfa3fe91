import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../lib/free-port.ts';

export type OwnServer = {
  readonly url: string;
  readonly key: string;
  /** Its process. */
  readonly pid: number;
  /** The lines it has logged, errors and worse; and its end, should it have ended by itself. */
  readonly complaints: () => readonly string[];
  readonly stop: () => Promise<void>;
};

export type OwnServerOptions = {
  /** Takes a client's word for its address (`X-Forwarded-For`), as behind a proxy. */
  readonly behindProxy?: boolean;
};

const STARTS_WITHIN_MS = 60_000;

/** Starts the built server on a free port with an empty store, and takes both away again. */
export async function startOwnServer({ behindProxy = false }: OwnServerOptions = {}): Promise<OwnServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'descenso-bots-'));
  const key = randomBytes(24).toString('base64url');
  const server = spawn(process.execPath, ['--disable-proto=delete', 'dist/server/main.js'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      TEACHER_KEY: key,
      LOG_LEVEL: 'error',
      ...(behindProxy ? { PUBLIC_URL: url } : {}),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const logged: string[] = [];
  createInterface(server.stdout).on('line', (line) => {
    if (line.startsWith('{')) logged.push(line);
  });
  const stopped = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await stopped;
    await rm(folder, { recursive: true, force: true });
  };
  const deadline = performance.now() + STARTS_WITHIN_MS;
  while (!(await isUp(url))) {
    if (server.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error('the server did not start; run "npm run build" first');
    }
    await wait(100);
  }
  const end = (): readonly string[] =>
    server.exitCode === null && server.signalCode === null
      ? []
      : [`it ended with ${server.signalCode ?? server.exitCode}`];
  return { url, key, pid: server.pid ?? 0, complaints: () => [...logged, ...end()], stop };
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false; // not listening yet
  }
}
