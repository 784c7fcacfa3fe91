import type { ServerClock } from '../../server/clock.ts';
import type { Catalogue } from '../../server/journal/catalogue.ts';
import { UNMEASURED } from '../../server/measures/measures.ts';
import { admit } from '../../server/net/admission.ts';
import { connect } from '../../server/net/connection.ts';
import { createHub, type Hub } from '../../server/net/hub.ts';
import { NET_LIMITS } from '../../server/net/limits.ts';
import { channelOf } from '../../server/net/socket-line.ts';
import type { Classroom } from '../../server/room/classroom.ts';
import type { Holder, Places } from '../../server/room/places.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import type { Host } from './host.ts';
import type { ServerSocket } from './server-socket.ts';

/** What `server/net/socket-server.ts` is for a real server: its door for phones, and who is connected. */
export type Gate = {
  readonly knock: (socket: ServerSocket, auth: unknown, opened: () => void) => Promise<void>;
  readonly closeAll: () => void;
  readonly sockets: () => Iterable<ServerSocket>;
  /** Intents that came in and were not answered yet. */
  readonly unanswered: () => number;
};

export type GateDeps = {
  readonly host: Host;
  readonly clock: ServerClock;
  readonly catalogue: Catalogue;
  readonly places: Places;
  readonly mischief: GateMischief;
  readonly note: (what: string) => void;
};

/** A rule of the server that is broken on purpose, to see it noticed. */
export type GateMischief = {
  /** Whether a packet on its way to a whole audience is forgotten for this one. */
  readonly forgets?: (socket: ServerSocket) => boolean;
  /** What a packet to a whole audience says instead. */
  readonly alters?: (text: string) => string;
  /** Whether an intent is never answered. */
  readonly staysSilent?: () => boolean;
  /** A line that is behind is sent what everybody is sent. */
  readonly sendsAll?: boolean;
};

export function createGate({ host, clock, catalogue, places, mischief, note }: GateDeps): Gate {
  const hubs = new Map<SessionId, Hub>();
  const sockets = new Map<string, ServerSocket>();
  const unanswered = new Map<string, number>();

  async function knock(socket: ServerSocket, auth: unknown, opened: () => void): Promise<void> {
    const cameMs = clock.nowMs();
    note(`hears a knock, ${socket.id}`);
    const admitted = await admit(auth, { catalogue, clock, places });
    note(`lets in, ${socket.id}`);
    if (!host.isAlive() || !socket.isOpen()) return;
    sockets.set(socket.id, socket);
    socket.socket.once('disconnect', () => sockets.delete(socket.id));
    opened();
    const hub = admitted.ok ? hubOf(admitted.session) : null;
    if (admitted.ok && hub !== null) {
      const arrival = { known: admitted.known, agoMs: clock.nowMs() - cameMs };
      const newcomer = { id: socket.id, sender: admitted.sender, arrival };
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
        const written = JSON.stringify(packet.body);
        const text = mischief.alters?.(written) ?? written;
        const channel = channelOf(session, audience);
        for (const socket of sockets.values()) {
          const isForced = mischief.sendsAll === true && socket.unsent().states > 0;
          const listens = isForced || socket.channels.has(channel);
          if (!listens || mischief.forgets?.(socket) === true) continue;
          socket.send(packet.name, text);
        }
      },
      classroom: (holder) => classroomFor(session, holder),
    });
    if (hub !== null) hubs.set(session, hub);
    return hub;
  }

  /** The class, with a count of what it owes an answer. */
  function classroomFor(session: SessionId, holder: Holder): Classroom | null {
    const classroom = places.classroom(session, holder);
    if (classroom === null) return null;
    const owe = (guest: string, more: number): void =>
      void unanswered.set(guest, (unanswered.get(guest) ?? 0) + more);
    return {
      ...classroom,
      ask: (guest, asked, acknowledge) => {
        owe(guest, 1);
        classroom.ask(guest, asked, (answer) => {
          if (unanswered.has(guest)) owe(guest, -1);
          if (mischief.staysSilent?.() !== true) acknowledge(answer);
        });
      },
      leave: (guest) => {
        unanswered.delete(guest);
        classroom.leave(guest);
      },
    };
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

  host.after(NET_LIMITS.sweepEveryMs, sweep);
  return {
    knock,
    closeAll: () => {
      for (const hub of hubs.values()) hub.closeAll('restarting');
    },
    sockets: () => sockets.values(),
    unanswered: () => [...unanswered.values()].reduce((sum, count) => sum + count, 0),
  };
}
