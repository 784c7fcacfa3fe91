import { createServer, type RequestListener, type Server } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { createSealKey } from './auth/recording-seal.ts';
import { loadTeacherKey, type TeacherKey } from './auth/teacher-key.ts';
import { systemClock } from './clock.ts';
import { ownAddress, type Interfaces } from './address.ts';
import type { JoinOptions } from './cluster/join-cluster.ts';
import type { Config } from './config.ts';
import { createHall } from './hall/hall.ts';
import { takeCode } from './hall/take-code.ts';
import { clientAddress } from './http/client-address.ts';
import { isHeapFull } from './heap.ts';
import { createHttp } from './http/http.ts';
import { openMetricsServer } from './http/metrics-server.ts';
import { createOriginRule } from './http/origin-rule.ts';
import { openStore, type Store } from './journal/open-store.ts';
import { buildLibrary } from './library/build-library.ts';
import { INTAKE } from './limits.ts';
import type { Log } from './log.ts';
import { readFreeName } from './names/free-name.ts';
import { dealPseudonym } from './names/pseudonyms.ts';
import { measuredJournal } from './measures/measured-journal.ts';
import { startMeasuring } from './measures/measuring.ts';
import { createSocketServer } from './net/socket-server.ts';
import { createCompleteIntent } from './room/complete-intent.ts';
import type { NameDealer } from './room/names.ts';
import { createPlaces } from './room/places.ts';
import { isPlaying } from './room/room.ts';
import { trustProxies } from './trusted-proxies.ts';
import { createRegistry, type Restored } from './room/registry.ts';

export type RunningServer = {
  readonly port: number;
  readonly teacherKey: TeacherKey;
  readonly report: Store['report'];
  readonly restored: Restored;
  /** Takes nothing in any more, finishes what it has, tells everybody and closes. */
  readonly stop: () => Promise<void>;
};

export type ServerOptions = {
  readonly config: Config;
  readonly log: Log;
  /** The built client; null where `around` serves the pages. */
  readonly clientFolder: string | null;
  /** Opens another store than the settings name, for whoever measures what that one costs. */
  readonly open?: typeof openStore;
  /** Puts something before the server's own listener, such as a bundler while one develops. */
  readonly around?: (own: RequestListener, http: Server) => Promise<RequestListener>;
};

/** How often Node looks for connections that are slow to say what they want. */
const LOOK_FOR_SLOW_MS = 2_000;
/** Longest wait for rooms and sockets to close; what they have acknowledged is on disk whatever happens. */
const STOP_WITHIN_MS = 4_000;

const NAMES: NameDealer = {
  deal: (language, taken) => dealPseudonym(language, taken, Math.random),
  clean: (typed) => {
    const read = readFreeName(typed);
    return read.ok ? read.name : null;
  },
};

/** Builds a server out of its parts and opens it: store, rooms, pages and sockets on one port. */
export async function startServer({
  config,
  log,
  clientFolder,
  around,
  open = openStore,
}: ServerOptions): Promise<RunningServer> {
  const clock = systemClock;
  const measuring = startMeasuring(clock, () => rooms.all().filter(isPlaying).length);
  const { measures } = measuring;
  const store = await open(config, log, measures.storeTroubled);
  const { catalogue, secrets, ownership, report } = store;
  const journal = measuredJournal(store.journal, measures);
  const teacherKey = await loadTeacherKey(secrets, config.teacherKey);
  const rooms = createRegistry({ journal, catalogue, clock, log, ...(ownership && { ownership }) });
  const here = createPlaces({
    rooms,
    catalogue,
    clock,
    log,
    completeIntent: createCompleteIntent({
      names: NAMES,
      takeCode: (room) => takeCode(catalogue, room.session, clock),
    }),
  });
  const membership =
    ownership &&
    (await (
      await import('./cluster/join-cluster.ts')
    ).joinCluster({
      ownership,
      secrets,
      rooms,
      journal,
      catalogue,
      here,
      clock,
      log,
      chance: Math.random,
      door: nodeDoor(config, networkInterfaces()),
    }));
  const restored = await rooms.restore();
  const { library: ownLibrary, startRetention } = buildLibrary({
    rooms,
    journal,
    catalogue,
    clock,
    log,
    isFull: isHeapFull,
    sealKey: createSealKey(secrets),
    retentionDays: config.retentionDays,
  });
  const stopRetention = startRetention();
  const ownHall = createHall({ rooms, catalogue, clock, isFull: isHeapFull, names: NAMES });
  membership?.serve(ownHall, ownLibrary);

  const http = createServer({
    headersTimeout: INTAKE.request.perSocket.headersWithinMs,
    connectionsCheckingInterval: LOOK_FOR_SLOW_MS,
  });
  const isProxy = trustProxies(config.proxies);
  const isOurOwn = createOriginRule({ hostname: hostname(), publicUrl: config.publicUrl });
  const own = createHttp({
    hall: membership?.hall(ownHall) ?? ownHall,
    library: membership?.library(ownLibrary) ?? ownLibrary,
    teacherKey: teacherKey.key,
    publicUrl: config.publicUrl,
    port: () => portOf(http),
    interfaces: networkInterfaces,
    clock,
    chance: Math.random,
    wait,
    seatsBehind: (address) => sockets.seatsBehind(address),
    isOurOwn,
    isProxy,
    clientFolder,
    log,
    metrics: measuring.metrics,
    health: measuring.health,
  });
  http.on('request', around === undefined ? own : await around(own, http));
  const sockets = createSocketServer(http, {
    catalogue,
    clock,
    log,
    measures,
    isOurOwn,
    addressOf: ({ socket, headers }) =>
      clientAddress({
        peer: socket.remoteAddress,
        forwardedFor: firstOf(headers['x-forwarded-for']),
        isProxy,
      }),
    places: membership?.places ?? here,
  });
  const stopBeats = rooms.start();
  let metricsServer: Server | null = null;

  async function stop(): Promise<void> {
    stopRetention();
    http.close();
    http.closeIdleConnections();
    await within(STOP_WITHIN_MS, rooms.close());
    stopBeats();
    await membership?.leave().catch((error: unknown) => log.warn({ err: error }, 'leases not given back'));
    const closed = sockets.close('restarting');
    http.closeAllConnections();
    await within(STOP_WITHIN_MS, closed);
    await membership?.close();
    await journal.close();
    metricsServer?.close();
    metricsServer?.closeAllConnections();
    measuring.stop();
  }

  try {
    await listen(http, config);
    if (config.metrics !== null) metricsServer = await openMetricsServer(config.metrics, measuring.metrics);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: portOf(http), teacherKey, report, restored, stop };
}

function listen(http: Server, { port, host }: Config): Promise<void> {
  return new Promise((done, fail) => {
    http.once('error', fail);
    http.listen(port, host, () => {
      http.off('error', fail);
      done();
    });
  });
}

/** Where other servers knock: the address that the operator wrote down, or the one this machine has. */
function nodeDoor({ host, nodeAddress }: Config, interfaces: Interfaces): JoinOptions['door'] {
  if (nodeAddress !== null) return { host: '0.0.0.0', address: nodeAddress.host, port: nodeAddress.port };
  return { host, address: ownAddress(host, interfaces), port: 0 };
}

function portOf(http: Server): number {
  const address = http.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function firstOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join(',');
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const patience = new AbortController();
  await Promise.race([work, wait(ms, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
}
