import type { Socket } from 'socket.io';
import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import { createBucket } from './bucket.ts';

/** A connection below its messages: the transport, and what it carries. */
export type Transport = Pick<Socket['conn'], 'on' | 'close'>;

/** Ends a connection that sends too much, or too large a piece, before anything is made of it. */
export function guardPackets(transport: Transport, clock: ServerClock): void {
  const { perSocket } = INTAKE.packet;
  const bucket = createBucket(perSocket, clock);
  transport.on('packet', ({ data }: { readonly data?: unknown }) => {
    if (bucket.take() > 0 || sizeOf(data) > perSocket.bytesMost) transport.close(true);
  });
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  return data instanceof Uint8Array ? data.byteLength : 0;
}
