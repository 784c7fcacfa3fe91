import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONFIGURATION = fileURLToPath(new URL('../../deploy/Caddyfile', import.meta.url));
const KNOCK_EVERY_MS = 20;

/** The door before several servers: Debian's Caddy, with the very file that docker-compose.yml mounts. */
export type ProxyProcess = {
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** Not every machine that runs the tests may install it; `npm test` says so. */
export const isProxyInstalled = spawnSync('caddy', ['version']).status === 0;

/** Listens on `port` for servers on these ports, whether they are there yet or not. */
export async function startProxy(port: number, servers: readonly number[]): Promise<ProxyProcess> {
  const home = mkdtempSync(join(tmpdir(), 'descenso-proxy-'));
  const child = spawn('caddy', ['run', '--config', CONFIGURATION, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      SITE_ADDRESS: `http://:${port}`,
      APP_NODES: servers.map((server) => `127.0.0.1:${server}`).join(' '),
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) throw new Error(`caddy ended with ${child.exitCode}: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, KNOCK_EVERY_MS));
  }
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
