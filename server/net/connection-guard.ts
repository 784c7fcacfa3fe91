import type { Socket } from 'socket.io';
import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import { createBucket } from './bucket.ts';

/** A connection below its messages: the transport, and what it carries. */
export type Connection = Socket['conn'];

/** Ends a connection that sends too much, or too large a piece, before anything is made of it. */
export function guardConnection(connection: Connection, clock: ServerClock): void {
  const { perSocket } = INTAKE.packet;
  const bucket = createBucket(perSocket, clock);
  connection.on('packet', ({ data }: { readonly data?: unknown }) => {
    if (bucket.take() > 0 || sizeOf(data) > perSocket.bytesMost) connection.close(true);
  });
  connection.once('close', () => cutOffSoon(connection));
}

/** A WebSocket waits half a minute for the other side to say goodbye, and reads on meanwhile. */
function cutOffSoon({ transport }: Connection): void {
  const { socket } = transport as { readonly socket?: { readonly terminate?: () => void } }; // not in its type
  setTimeout(() => socket?.terminate?.(), INTAKE.connection.perSocket.hangUpWithinMs).unref();
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return data instanceof Uint8Array ? data.byteLength : 0;
}
