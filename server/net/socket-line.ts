import type { Socket } from 'socket.io';
import type { ServerClock } from '../clock.ts';
import type { AudienceName, Packet } from '../room/packets.ts';
import type { Hub } from './hub.ts';
import type { Sender } from './ingress.ts';
import type { Line } from './line.ts';
import { createOutbox, type Unsent } from './outbox.ts';

/** The channel that carries one packet to a whole audience of a class. */
export function channelOf(session: string, audience: AudienceName): string {
  return `${session}/${audience}`;
}

/** A socket as a line of its class. */
export function createSocketLine(socket: Socket, sender: Sender, hub: Hub, clock: ServerClock): Line {
  const channel = channelOf(hub.room.session, sender.role);
  const unsent = countUnsent(socket);
  const outbox = createOutbox(
    {
      unsent: unsent.count,
      joinChannel: () => void socket.join(channel),
      leaveChannel: () => void socket.leave(channel),
      // What waits is thrown away: a client that does not read would keep it, and the connection, for ever.
      drop: () => socket.conn.close(true),
    },
    clock,
    () => hub.catchUp(line, null),
  );
  unsent.onDrain(() => outbox.drained());
  void socket.join(channel);

  const line: Line = {
    sender,
    audience: sender.role,
    send: (packet: Packet) => {
      if (!outbox.isBehind()) socket.emit(packet.name, packet.body);
    },
    beforeState: outbox.beforeState,
    beat: outbox.beat,
    close: (reason) => {
      socket.emit('gone', { reason });
      socket.disconnect(true);
    },
  };
  return line;
}

/** Counts what the engine holds back until its transport is free: it says when it takes a packet in, and when all are gone. */
function countUnsent(socket: Socket): {
  readonly count: () => Unsent;
  readonly onDrain: (drained: () => void) => void;
} {
  let waiting: Unsent = { packets: 0, bytes: 0 };
  const { conn } = socket;
  const created = (packet: { readonly data?: unknown }): void => {
    waiting = { packets: waiting.packets + 1, bytes: waiting.bytes + sizeOf(packet.data) };
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
