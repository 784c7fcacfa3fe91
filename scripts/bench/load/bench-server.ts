import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorMs, residentBytes } from './processor-time.ts';

/** A server in a process of its own, under measurement. */
export type BenchServer = {
  readonly url: string;
  readonly key: string;
  readonly pid: number;
  readonly dataDir: string;
  readonly processorMs: () => number;
  readonly residentBytes: () => number;
  /** A figure from its own page for Prometheus. */
  readonly metric: (series: string) => Promise<number>;
  /** Ends it at once, as a power cut would; its data stay until `stop`. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const KEY = 'a-key-for-benches-only';

/** The built server, or another program that says where it listens as that one does. */
export async function startBenchServer(
  program: readonly string[] = ['dist/server/main.js'],
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'descenso-bench-'));
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      TEACHER_KEY: KEY,
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  const url = `http://127.0.0.1:${await portOf(child)}`;
  const pid = child.pid ?? 0;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    pid,
    dataDir,
    key: KEY,
    processorMs: () => processorMs(pid),
    residentBytes: () => residentBytes(pid),
    metric: (series) => metricOf(url, series),
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function metricOf(url: string, series: string): Promise<number> {
  const page = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${KEY}` } });
  const line = (await page.text()).split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.split(' ').at(-1) ?? 0);
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as { readonly port: number }).port)); // sent by server/main.ts
    child.once('exit', () => reject(new Error('the server did not start; run "npm run build" first')));
  });
}
