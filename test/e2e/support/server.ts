import { startServerProcess, temporaryDataDir, TEST_KEY } from '../../helpers/server-process.ts';

/** A built server in a process of its own, which can die and come back on the same port and the same disk. */
export type ClassServer = {
  readonly url: string;
  readonly key: string;
  /** Kills it as a power cut would. */
  readonly crash: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Stops it for good and takes its data away. */
  readonly stop: () => Promise<void>;
};

/** Where the pages tell phones to go. It is shown and made into a QR code; no test ever opens it. */
export const PHONES_ADDRESS = 'http://192.168.1.20:3000';

export async function startServer(): Promise<ClassServer> {
  const folder = temporaryDataDir();
  const env = { PUBLIC_URL: PHONES_ADDRESS, LOG_LEVEL: 'error' };
  let running = await startServerProcess({ dataDir: folder.path, env });
  const { url, port } = running;
  return {
    url,
    key: TEST_KEY,
    crash: () => running.kill(),
    restart: async () => {
      running = await startServerProcess({ dataDir: folder.path, env, port });
    },
    stop: async () => {
      await running.end('SIGTERM');
      folder.remove();
    },
  };
}
