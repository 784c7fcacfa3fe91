import type { Logger } from 'pino';
import type { ServerClock } from '../../server/clock.ts';
import { createHall } from '../../server/hall/hall.ts';
import type { Hall } from '../../server/http/hall.ts';
import { UNMEASURED } from '../../server/measures/measures.ts';
import { admit, type AdmissionDeps } from '../../server/net/admission.ts';
import { connect } from '../../server/net/connection.ts';
import { createHub, type Hub } from '../../server/net/hub.ts';
import { NET_LIMITS } from '../../server/net/limits.ts';
import { channelOf } from '../../server/net/socket-line.ts';
import { createCompleteIntent } from '../../server/room/complete-intent.ts';
import type { NameDealer } from '../../server/room/names.ts';
import { createPlaces } from '../../server/room/places.ts';
import { createRegistry, type Registry } from '../../server/room/registry.ts';
import { ROOM_LIMITS } from '../../server/room/room-limits.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import type { Catalogue } from '../../server/journal/catalogue.ts';
import type { Disk } from './disk.ts';
import { createHost } from './host.ts';
import type { Scheduler } from './scheduler.ts';
import type { ServerSocket } from './server-socket.ts';
import type { Door } from './wire.ts';

/** One server process: all of a server's own code but what opens ports, files and timers. */
export type Node = Door & {
  readonly rooms: Registry;
  readonly hall: Hall;
  readonly catalogue: Catalogue;
  readonly clock: ServerClock;
  /** Opens every class that the disk has. */
  readonly boot: () => Promise<void>;
  readonly isReady: () => boolean;
  /** As SIGTERM does. */
  readonly close: () => Promise<void>;
  readonly sockets: () => Iterable<ServerSocket>;
};

export type NodeDeps = {
  readonly scheduler: Scheduler;
  readonly disk: Disk;
  readonly names: NameDealer;
  readonly newCode: () => string;
  readonly log: Logger;
  /** The calendar, in milliseconds since 1970; it may jump. */
  readonly wallMs: () => number;
  readonly mischief: NodeMischief;
  readonly note: (what: string) => void;
};

/** A rule of the server that is broken on purpose, to see it noticed. */
export type NodeMischief = {
  /** Whether a packet on its way to a whole audience is forgotten for this one. */
  readonly forgets?: (socket: ServerSocket) => boolean;
  /** Whether an intent is never answered. */
  readonly staysSilent?: () => boolean;
  /** A line that is behind is sent what everybody is sent. */
  readonly sendsAll?: boolean;
};

export function createNode(deps: NodeDeps): Node {
  const { scheduler, disk, names, newCode, log, mischief } = deps;
  const host = createHost(scheduler);
  const bornMs = scheduler.nowMs();
  const clock: ServerClock = { nowMs: () => 1_000 + scheduler.nowMs() - bornMs, wallMs: deps.wallMs };
  const { journal, catalogue } = disk.mount(host);
  const rooms = createRegistry({ journal, catalogue, clock, log });
  const takeCode = async (session: SessionId): Promise<string> => {
    for (;;) {
      const code = newCode();
      if (await catalogue.takeCode(code, session, clock.wallMs())) return code;
    }
  };
  const completeIntent = createCompleteIntent({ names, takeCode: (room) => takeCode(room.session) });
  const places = createPlaces({ rooms, catalogue, clock, log, completeIntent });
  const admission: AdmissionDeps = { catalogue, clock, places };
  const hubs = new Map<SessionId, Hub>();
  const sockets = new Map<string, ServerSocket>();
  let isReady = false;

  /** What server/net/socket-server.ts does once somebody is at the door. */
  async function knock(socket: ServerSocket, auth: unknown, opened: () => void): Promise<void> {
    deps.note(`hears a knock, ${socket.id}`);
    const admitted = await admit(auth, admission);
    deps.note(`lets in, ${socket.id}`);
    if (!host.isAlive() || !socket.isOpen()) return;
    sockets.set(socket.id, socket);
    socket.socket.once('disconnect', () => sockets.delete(socket.id));
    opened();
    const hub = admitted.ok ? hubOf(admitted.session) : null;
    if (admitted.ok && hub !== null) {
      const newcomer = { id: socket.id, sender: admitted.sender, known: admitted.known };
      connect(socket.socket, newcomer, hub, { clock, measures: UNMEASURED });
      return;
    }
    socket.socket.emit('gone', { reason: admitted.ok ? 'restarting' : admitted.reason });
    socket.socket.disconnect(true);
  }

  function hubOf(session: SessionId): Hub | null {
    const known = hubs.get(session);
    if (known !== undefined) return known;
    const hub = createHub({
      session,
      clock,
      broadcast: (audience, packet) => {
        const text = JSON.stringify(packet.body);
        const channel = channelOf(session, audience);
        for (const socket of sockets.values()) {
          const isForced = mischief.sendsAll === true && socket.unsent().states > 0;
          const listens = isForced || socket.channels.has(channel);
          if (!listens || mischief.forgets?.(socket) === true) continue;
          socket.send(packet.name, text);
        }
      },
      classroom: (carrier) => {
        const classroom = places.classroom(session, carrier);
        if (classroom === null || mischief.staysSilent === undefined) return classroom;
        const silent = mischief.staysSilent;
        return {
          ...classroom,
          ask: (guest, asked, acknowledge) =>
            classroom.ask(guest, asked, silent() ? () => undefined : acknowledge),
        };
      },
    });
    if (hub !== null) hubs.set(session, hub);
    return hub;
  }

  function beat(): void {
    for (const room of rooms.all()) room.beat();
    host.after(ROOM_LIMITS.beatMs, beat);
  }

  function sweep(): void {
    for (const [session, hub] of hubs) {
      hub.beat();
      if (!hub.isEmpty()) continue;
      hubs.delete(session);
      hub.close();
    }
    host.after(NET_LIMITS.sweepEveryMs, sweep);
  }

  return {
    host,
    rooms,
    hall: createHall({ rooms, catalogue, clock, isFull: () => false, names }),
    catalogue,
    clock,
    isReady: () => isReady,
    boot: async () => {
      await rooms.restore();
      isReady = true;
      host.after(ROOM_LIMITS.beatMs, beat);
      host.after(NET_LIMITS.sweepEveryMs, sweep);
    },
    knock: (socket, auth, opened) => void knock(socket, auth, opened),
    close: async () => {
      await rooms.close();
      for (const hub of hubs.values()) hub.closeAll('restarting');
    },
    sockets: () => sockets.values(),
  };
}
