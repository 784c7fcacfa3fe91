import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Server, type Socket } from 'socket.io';
import type { Logger } from 'pino';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import { INTAKE } from '../limits.ts';
import { admit, type Admission, type AdmissionDeps } from './admission.ts';
import { connect, type ConnectionDeps } from './connection.ts';
import { createDoorkeeper } from './doorkeeper.ts';
import { createHub, type Hub } from './hub.ts';
import { NET_LIMITS } from './limits.ts';
import { guardConnection, type Connection } from './connection-guard.ts';
import { channelOf } from './socket-line.ts';

export type SocketServerDeps = AdmissionDeps &
  ConnectionDeps & {
    readonly log: Logger;
    /** The address that limits are counted by. */
    readonly addressOf: (request: IncomingMessage) => string;
    /** The same rule of Host and Origin as for pages: against other sites' pages and re-bound names. */
    readonly isOurOwn: (headers: {
      readonly host: string | undefined;
      readonly origin: string | undefined;
    }) => boolean;
  };

const LOOK_AGAIN_MS = 10;
const SAFE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

export type SocketServer = {
  readonly connections: () => number;
  /** Seats that play from an address. */
  readonly seatsBehind: (address: string) => number;
  /** Tells everybody why and hangs up. */
  readonly close: (reason: GoneReason) => Promise<void>;
};

/** Opens the live side of a server: the one folder that knows socket.io. */
export function createSocketServer(http: HttpServer, deps: SocketServerDeps): SocketServer {
  const doorkeeper = createDoorkeeper(deps.clock, deps.addressOf);
  const admissions = new WeakMap<Socket, { readonly admission: Admission; readonly cameMs: number }>();
  const hubs = new Map<SessionId, Hub>();
  const io = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: INTAKE.polledPackets.perRequest.bytesMost,
    pingInterval: NET_LIMITS.pingEveryMs,
    pingTimeout: NET_LIMITS.pongWithinMs,
    connectTimeout: INTAKE.connection.perAddress.tokenWithinMs,
    allowRequest: (request, answer) => answer(null, mayKnock(request)),
  });
  io.engine.on('connection', (connection: Connection) => guardConnection(connection, deps.clock));
  // Long-polling's answers are read by nobody else's page, and taken for nothing else.
  io.engine.on('headers', (headers: Record<string, string>) => Object.assign(headers, SAFE_HEADERS));
  // Whoever comes is known before the handshake is answered: a page sends what it has kept as soon as it is.
  io.use(async (socket, next) => {
    await knock(socket);
    next();
  });
  io.on('connection', receive);
  const sweep = setInterval(() => {
    doorkeeper.sweep();
    for (const hub of hubs.values()) hub.beat();
    forgetEmpty();
  }, NET_LIMITS.sweepEveryMs);

  function forgetEmpty(): void {
    for (const [session, hub] of hubs) {
      if (!hub.isEmpty()) continue;
      hubs.delete(session);
      hub.close();
    }
  }

  function mayKnock(request: IncomingMessage): boolean {
    const { host, origin } = request.headers;
    return deps.isOurOwn({ host, origin }) && doorkeeper.mayKnock(request);
  }

  async function knock(socket: Socket): Promise<void> {
    const cameMs = deps.clock.nowMs();
    try {
      const shown = await admit(socket.handshake.auth, deps);
      const admission = shown.ok ? await doorkeeper.letPass(socket, shown) : shown;
      admissions.set(socket, { admission, cameMs });
    } catch (error) {
      deps.log.error({ err: error }, 'admission failed');
    }
  }

  /** Those who may not come in are let in as far as they need to hear why. */
  function receive(socket: Socket): void {
    const { admission, cameMs = 0 } = admissions.get(socket) ?? {};
    const hub = admission?.ok ? hubOf(admission.session) : null;
    if (admission?.ok && hub !== null) {
      const { sender, known } = admission;
      const arrival = { known, agoMs: deps.clock.nowMs() - cameMs };
      doorkeeper.count(socket, admission);
      connect(socket, { id: socket.id, sender, arrival }, hub, deps);
      return;
    }
    const reason = admission === undefined || admission.ok ? 'restarting' : admission.reason;
    deps.measures.turnedAway(reason);
    socket.emit('gone', { reason });
    socket.disconnect(true);
  }

  function hubOf(session: SessionId): Hub | null {
    const known = hubs.get(session);
    if (known !== undefined) return known;
    const hub = createHub({
      session,
      clock: deps.clock,
      broadcast: (audience, packet) => io.to(channelOf(session, audience)).emit(packet.name, packet.body),
      classroom: (holder) => deps.places.classroom(session, holder),
    });
    if (hub !== null) hubs.set(session, hub);
    return hub;
  }

  return {
    connections: () => io.engine.clientsCount,
    seatsBehind: doorkeeper.seatsBehind,
    close: async (reason) => {
      clearInterval(sweep);
      for (const hub of hubs.values()) hub.closeAll(reason);
      const untilMs = deps.clock.nowMs() + NET_LIMITS.lastWordsMs;
      while (io.engine.clientsCount > 0 && deps.clock.nowMs() < untilMs) await wait(LOOK_AGAIN_MS);
      await io.close();
    },
  };
}
