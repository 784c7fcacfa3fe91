import type { Socket } from 'socket.io';
import type { ServerClock } from '../clock.ts';
import type { Measures } from '../measures/measures.ts';
import type { GuestId, Sender } from '../room/classroom.ts';
import type { AudienceName, Packet } from '../room/packets.ts';
import type { Hub } from './hub.ts';
import type { Line } from './line.ts';
import { createOutbox, type Unsent } from './outbox.ts';

/** The channel that carries one packet to a whole audience of a class. */
export function channelOf(session: string, audience: AudienceName): string {
  return `${session}/${audience}`;
}

export type SocketLineDeps = {
  readonly id: GuestId;
  readonly sender: Sender;
  readonly hub: Hub;
  readonly clock: ServerClock;
  readonly measures: Measures;
};

/** A socket as a line of its class. */
export function createSocketLine(socket: Socket, { id, sender, hub, clock, measures }: SocketLineDeps): Line {
  const channel = channelOf(hub.session, sender.role);
  const unsent = countUnsent(socket, (bytes) => measures.sent(sender.role, bytes));
  let outside: 'new' | 'behind' | null = 'new';
  const stepOutside = (): void => {
    outside = 'behind';
    void socket.leave(channel);
  };
  const outbox = createOutbox(
    {
      unsent: unsent.count,
      leaveChannel: stepOutside,
      // What waits is thrown away: a client that does not read would keep it, and the connection, for ever.
      drop: () => {
        measures.droppedSlow();
        socket.conn.close(true);
      },
    },
    clock,
    () => hub.catchUp(line),
  );
  unsent.onDrain(() => outbox.drained());

  const line: Line = {
    id,
    sender,
    send: (packet: Packet) => {
      if (outbox.isBehind()) return;
      if (outside !== null && isBeginning(packet, outside)) {
        outside = null;
        void socket.join(channel);
      }
      socket.emit(packet.name, packet.body);
    },
    beforeState: outbox.beforeState,
    classLeft: stepOutside,
    beat: () => {
      measures.waits(unsent.count().bytes);
      outbox.beat();
    },
    close: (reason) => {
      socket.emit('gone', { reason });
      socket.disconnect(true);
    },
  };
  return line;
}

/**
 * Whether what goes to a whole audience means something to a line from this packet on. To a new one from the first that tells it
 * of the class, not of its seat alone; to one that was behind, or whose class has left its server, once it is told everything:
 * that may be a while where another server does it.
 */
function isBeginning({ name }: Packet, outside: 'new' | 'behind'): boolean {
  if (name.endsWith('-snapshot')) return true;
  return outside === 'new' && (name.endsWith('-frame') || name === 'tick');
}

/** Counts what the engine holds back until its transport is free: it says when it takes a packet in, and when all are gone. */
function countUnsent(
  socket: Socket,
  taken: (bytes: number) => void,
): {
  readonly count: () => Unsent;
  readonly onDrain: (drained: () => void) => void;
} {
  let waiting: Unsent = { packets: 0, bytes: 0 };
  const { conn } = socket;
  const created = (packet: { readonly data?: unknown }): void => {
    const bytes = sizeOf(packet.data);
    waiting = { packets: waiting.packets + 1, bytes: waiting.bytes + bytes };
    taken(bytes);
  };
  conn.on('packetCreate', created);
  return {
    count: () => waiting,
    onDrain: (drained) => {
      const drain = (): void => {
        waiting = { packets: 0, bytes: 0 };
        drained();
      };
      conn.on('drain', drain);
      socket.once('disconnect', () => {
        conn.off('packetCreate', created);
        conn.off('drain', drain);
      });
    },
  };
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
