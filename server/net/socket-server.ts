import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Server, type Socket } from 'socket.io';
import type { Logger } from 'pino';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { Room } from '../room/room.ts';
import { admit, whyNotIn, type Admission, type AdmissionDeps } from './admission.ts';
import { createBuckets } from './bucket.ts';
import { connect, type ConnectionDeps } from './connection.ts';
import { createHub, type Hub } from './hub.ts';
import { NET_LIMITS } from './limits.ts';
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

export type SocketServer = {
  readonly connections: () => number;
  /** Tells everybody why and hangs up. */
  readonly close: (reason: GoneReason) => Promise<void>;
};

/** Opens the live side of a server: the one folder that knows socket.io. */
export function createSocketServer(http: HttpServer, deps: SocketServerDeps): SocketServer {
  const addresses = createBuckets<string>(NET_LIMITS.connectionsPerAddress, deps.clock);
  const admissions = new WeakMap<Socket, Admission>();
  const hubs = new Map<Room, Hub>();
  const io = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: NET_LIMITS.messageBytes,
    pingInterval: NET_LIMITS.pingEveryMs,
    pingTimeout: NET_LIMITS.pongWithinMs,
    connectTimeout: NET_LIMITS.connectMs,
    allowRequest: (request, answer) => answer(null, mayKnock(request)),
  });
  // Whoever comes is known before the handshake is answered: a page sends what it has kept as soon as it is.
  io.use(async (socket, next) => {
    await knock(socket);
    next();
  });
  io.on('connection', receive);
  const sweep = setInterval(() => {
    addresses.forgetFull();
    for (const hub of hubs.values()) hub.beat();
    forgetEnded();
  }, NET_LIMITS.sweepEveryMs);

  /** An ended class that its process has let go of takes its connections with it. */
  function forgetEnded(): void {
    for (const [room, hub] of hubs) {
      if (room.life() === 'open' || room.standing().state.activity.kind !== 'ended') continue;
      hub.closeAll('ended');
      hubs.delete(room);
    }
  }

  function mayKnock(request: IncomingMessage): boolean {
    const { host, origin } = request.headers;
    return deps.isOurOwn({ host, origin }) && addresses.take(deps.addressOf(request)) === 0;
  }

  async function knock(socket: Socket): Promise<void> {
    try {
      admissions.set(socket, await admit(socket.handshake.auth, deps));
    } catch (error) {
      deps.log.error({ err: error }, 'admission failed');
    }
  }

  /** Those who may not come in are let in as far as they need to hear why. */
  function receive(socket: Socket): void {
    const admission = admissions.get(socket);
    const reason = admission?.ok
      ? whyNotIn(admission.room, admission.sender)
      : (admission?.reason ?? 'restarting');
    if (admission?.ok && reason === null) {
      connect(socket, admission.sender, hubOf(admission.room), admission.known, deps);
      return;
    }
    socket.emit('gone', { reason });
    socket.disconnect(true);
  }

  function hubOf(room: Room): Hub {
    const known = hubs.get(room);
    if (known !== undefined) return known;
    const hub = createHub(room, deps.clock, (audience, packet) => {
      io.to(channelOf(room.session, audience)).emit(packet.name, packet.body);
    });
    hubs.set(room, hub);
    return hub;
  }

  return {
    connections: () => io.engine.clientsCount,
    close: async (reason) => {
      clearInterval(sweep);
      for (const hub of hubs.values()) hub.closeAll(reason);
      const untilMs = deps.clock.nowMs() + NET_LIMITS.lastWordsMs;
      while (io.engine.clientsCount > 0 && deps.clock.nowMs() < untilMs) await wait(LOOK_AGAIN_MS);
      await io.close();
    },
  };
}
