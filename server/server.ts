import { createServer, type RequestListener, type Server } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { openClasses, type Classes } from './classes.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { clientAddress } from './http/client-address.ts';
import { createHttp } from './http/http.ts';
import { openMetricsServer } from './http/metrics-server.ts';
import { createOriginRule } from './http/origin-rule.ts';
import { openStore } from './journal/open-store.ts';
import { INTAKE } from './limits.ts';
import type { Log } from './log.ts';
import { startMeasuring } from './measures/measuring.ts';
import { createSocketServer } from './net/socket-server.ts';
import { isPlaying } from './room/room.ts';
import { trustProxies } from './trusted-proxies.ts';

export type RunningServer = Pick<Classes, 'teacherKey' | 'report' | 'restored'> & {
  readonly port: number;
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

/** Opens a server: its classes, and pages and sockets on one port for those who come to them. */
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
  const classes = await openClasses({ config, log, clock, measures, open });
  const { rooms, catalogue, teacherKey, report, restored } = classes;

  const http = createServer({
    headersTimeout: INTAKE.request.perSocket.headersWithinMs,
    connectionsCheckingInterval: LOOK_FOR_SLOW_MS,
  });
  const isProxy = trustProxies(config.proxies);
  const isOurOwn = createOriginRule({ hostname: hostname(), publicUrl: config.publicUrl });
  const own = createHttp({
    hall: classes.hall,
    library: classes.library,
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
    places: classes.places,
  });
  let metricsServer: Server | null = null;

  async function stop(): Promise<void> {
    http.close();
    http.closeIdleConnections();
    await within(STOP_WITHIN_MS, rooms.close());
    await classes.leave();
    const closed = sockets.close('restarting');
    http.closeAllConnections();
    await within(STOP_WITHIN_MS, closed);
    await classes.close();
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
