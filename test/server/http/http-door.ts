import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Interfaces } from '../../../server/address.ts';
import { folderSecrets } from '../../../server/auth/folder-secrets.ts';
import { createSealKey } from '../../../server/auth/recording-seal.ts';
import { createHall } from '../../../server/hall/hall.ts';
import { createHttp } from '../../../server/http/http.ts';
import { createOriginRule } from '../../../server/http/origin-rule.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/journal/sqlite.ts';
import { buildLibrary } from '../../../server/library/build-library.ts';
import { createLog } from '../../../server/log.ts';
import { readFreeName } from '../../../server/names/free-name.ts';
import { dealPseudonym } from '../../../server/names/pseudonyms.ts';
import { trustProxies } from '../../../server/trusted-proxies.ts';
import { startMeasuring } from '../../../server/measures/measuring.ts';
import { createRegistry, type Registry } from '../../../server/room/registry.ts';
import { createRng, seedFrom } from '../../../shared/math/rng.ts';
import { createFakeClock, type FakeClock } from '../../helpers/fake-clock.ts';
import { temporaryFolder } from '../journal/temporary-store.ts';

export const KEY = 'the-teachers-own-key';

export type Reply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
};

export type Door = {
  readonly port: number;
  readonly clock: FakeClock;
  readonly rooms: Registry;
  readonly store: SqliteStore;
  readonly folder: string;
  /** Milliseconds that answers were kept waiting, in order. */
  readonly waits: readonly number[];
  readonly ask: (method: string, path: string, options?: AskOptions) => Promise<Reply>;
  readonly close: () => Promise<void>;
};

export type AskOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  readonly key?: string;
};

export type DoorOptions = {
  readonly publicUrl?: URL;
  readonly interfaces?: Interfaces;
  /** Whose word for an address is taken. */
  readonly proxies?: readonly string[];
  /** Seats that play just now, from every address. */
  readonly seatsBehind?: number;
  readonly isFull?: () => boolean;
};

/** The HTTP door with everything real behind it, and a clock whose hands the test turns. */
export async function openDoor({
  publicUrl,
  interfaces = {},
  proxies = [],
  seatsBehind = 0,
  isFull = () => false,
}: DoorOptions = {}): Promise<Door> {
  const folder = temporaryFolder();
  const clientFolder = buildTinyClient(join(folder.path, 'client'));
  const store = await openSqliteStore({ directory: folder.path });
  const { journal, catalogue } = store;
  const clock = createFakeClock();
  const log = createLog('silent');
  const chance = createRng(seedFrom('door')).next;
  const waits: number[] = [];
  const rooms = createRegistry({ journal, catalogue, clock, log });
  const measuring = startMeasuring(clock, () => rooms.all().length);
  const sealKey = createSealKey(folderSecrets(folder.path));
  const { library } = buildLibrary({
    rooms,
    journal,
    catalogue,
    clock,
    log,
    isFull,
    sealKey,
    retentionDays: 90,
  });
  const http = createServer(
    createHttp({
      hall: createHall({
        rooms,
        catalogue,
        clock,
        isFull,
        names: {
          deal: (language, taken) => dealPseudonym(language, taken, chance),
          clean: (typed) => {
            const read = readFreeName(typed);
            return read.ok ? read.name : null;
          },
        },
      }),
      library,
      teacherKey: KEY,
      publicUrl: publicUrl ?? null,
      port: () => 3000,
      interfaces: () => interfaces,
      clock,
      chance,
      wait: async (ms) => {
        waits.push(ms);
      },
      seatsBehind: () => seatsBehind,
      isProxy: trustProxies(proxies),
      isOurOwn: createOriginRule({ hostname: 'aula-3', publicUrl: publicUrl ?? null }),
      clientFolder,
      log,
      metrics: measuring.metrics,
      health: measuring.health,
    }),
  );
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo; // listening on TCP, so never a path
  return {
    port,
    clock,
    rooms,
    store,
    folder: folder.path,
    waits,
    ask: (method, path, options = {}) => ask(port, method, path, options),
    close: async () => {
      await new Promise((done) => http.close(done));
      await journal.close();
      measuring.stop();
      folder.remove();
    },
  };
}

/** As the built player: with one place for a recording. */
const TINY_PLAYER =
  '<!doctype html><title>player</title><script type="application/octet-stream" id="recording"></script><p>$&</p>';

/** What the build makes, in small. */
function buildTinyClient(folder: string): string {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  for (const page of ['index', 'teach', 'screen', 'recordings', 'replay', 'report']) {
    writeFileSync(join(folder, `${page}.html`), `<!doctype html><title>${page}</title>`);
  }
  copyFileSync('client/not-found.html', join(folder, 'not-found.html'));
  writeFileSync(join(folder, 'assets', 'join-4f1c.js'), `console.log(${JSON.stringify('x'.repeat(5_000))});`);
  writeFileSync(join(folder, 'assets', 'font-9a.woff2'), Buffer.from([1, 2, 3]));
  const yesterday = join(folder, '..', 'former', '1000', 'assets');
  mkdirSync(yesterday, { recursive: true });
  for (const name of ['join-0ld1.js', 'join-4f1c.js'])
    writeFileSync(join(yesterday, name), 'console.log("yesterday");');
  writeFileSync(join(folder, 'player.html'), TINY_PLAYER);
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}

function ask(port: number, method: string, path: string, options: AskOptions): Promise<Reply> {
  const body = options.json === undefined ? options.body : JSON.stringify(options.json);
  const headers = {
    ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
    ...options.headers,
  };
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        done({ status: response.statusCode ?? 0, headers: response.headers, text: bytes.toString(), bytes });
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
}
