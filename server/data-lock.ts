import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A lock that its holder's death opens, however it died. */
export type DataLock = { readonly release: () => Promise<void> };

/**
 * Takes a data folder for this process; null where another process that lives has it. Two servers on one folder
 * would take the classes from each other.
 *
 * The lock is a local socket: the system closes it with its process, and trying it tells the living from the dead.
 */
export async function lockDataFolder(folder: string): Promise<DataLock | null> {
  await mkdir(folder, { recursive: true });
  const path = lockPath(resolve(folder));
  const taken = (await listenOn(path)) ?? (await takeFromTheDead(path));
  if (taken === null) return null;
  return { release: () => new Promise((done) => void taken.close(() => done())) };
}

async function takeFromTheDead(path: string): Promise<Server | null> {
  if (await answers(path)) return null;
  await rm(path, { force: true });
  return listenOn(path);
}

/** Null where the path is taken, by the living or by what the dead left behind. */
function listenOn(path: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(null);
      else fail(error);
    });
    server.listen(path, () => {
      server.unref();
      done(server);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    const end = (alive: boolean) => (): void => {
      socket.destroy();
      done(alive);
    };
    socket.once('connect', end(true));
    socket.once('error', end(false));
  });
}

/** The system's bound on the path of a socket is about a hundred bytes. */
const PATH_MOST = 100;

function lockPath(folder: string): string {
  const name = `descenso-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const beside = join(folder, 'lock');
  return Buffer.byteLength(beside) <= PATH_MOST ? beside : join(tmpdir(), name);
}
