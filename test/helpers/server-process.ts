import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

export const TEST_KEY = 'a-key-for-tests-only';

/** The built server in a process of its own. */
export type ServerProcess = {
  readonly url: string;
  readonly port: number;
  readonly output: () => string;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Sends a signal and waits for the end: its exit code, and how long it took. */
  readonly end: (signal: NodeJS.Signals) => Promise<{ readonly code: number | null; readonly ms: number }>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly resume: () => void;
};

export type ServerOptions = {
  readonly dataDir: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts the server and waits until it listens. Rejects with its words where it ends before. */
export async function startServerProcess(options: ServerOptions): Promise<ServerProcess> {
  const child = launch(options);
  const output = collect(child);
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message) => resolve((message as { port: number }).port)); // sent by server/main.ts
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output()}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    end: async (signal) => {
      const startMs = performance.now();
      child.kill(signal);
      const code = await ended;
      return { code, ms: performance.now() - startMs };
    },
    signal: (signal) => void child.kill(signal),
    resume: () => void child.kill('SIGCONT'),
  };
}

/** Starts the server where it is expected to end by itself. */
export async function runServerToItsEnd(
  options: ServerOptions,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = launch(options);
  const output = collect(child);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: output() };
}

/** A data folder that is gone after the test. */
export function temporaryDataDir(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'descenso-data-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function launch({ dataDir, port = 0, env = {} }: ServerOptions): ChildProcess {
  if (!existsSync(MAIN)) throw new Error('there is no built server: run npm run build');
  return spawn(process.execPath, ['--disable-proto=delete', MAIN], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      TEACHER_KEY: TEST_KEY,
      LOG_LEVEL: 'info',
      ...env,
    },
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}
