import { setTimeout as wait } from 'node:timers/promises';
import { io, Manager, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import type { Door } from './door.ts';
import type { Frame } from './frame-corpus.ts';

/** What became of a connection that sent a frame: it went on answering, it was ended, or it was heard no more. */
export type Became = 'lives' | 'ended' | 'silent';

/** Somebody with a seat of their own who writes to the transport, below the library. */
export type Attacker = {
  readonly send: (frame: Frame) => Promise<Became>;
  readonly leave: () => void;
};

export type Seat = { readonly code: string; readonly token: string; readonly from: string };

const ANSWERED_WITHIN_MS = 700;
/** Where nothing asks for an answer, this long is enough to be hung up on. */
const ENDED_WITHIN_MS = 200;
const NO_SUCH_ROUND = { kind: 'nudge', round: 1_000_000, parameter: 0, direction: 1, size: 'normal' };

export function createAttacker(door: Door, seat: Seat, index: number): Attacker {
  let socket: Socket | null = null;
  let seq = 0;
  const leave = (): void => {
    socket?.disconnect();
    socket = null;
  };
  return {
    leave,
    send: async (frame) => {
      const page = socket?.connected === true ? socket : await enter(door, seat, index);
      socket = page;
      if (!page.connected) return 'ended';
      write(page.io, frame);
      const became = await Promise.race([
        page
          .timeout(ANSWERED_WITHIN_MS)
          .emitWithAck('intent', { seq: (seq += 1), intent: NO_SUCH_ROUND })
          .then((): Became => 'lives')
          .catch((): Became => (page.connected ? 'silent' : 'ended')),
        new Promise<Became>((resolve) => page.once('disconnect', () => resolve('ended'))),
      ]);
      if (became !== 'lives') leave();
      return became;
    },
  };
}

/** A frame from somebody who has shown no token. */
export async function sendAsStranger({ url }: Door, from: string, frame: Frame): Promise<Became> {
  const manager = new Manager(url, { ...RAW, autoConnect: false, extraHeaders: headers(from) });
  try {
    await new Promise<void>((open, fail) => manager.open((error) => (error ? fail(error) : open())));
  } catch {
    return 'ended';
  }
  write(manager, frame);
  const became = await Promise.race([
    new Promise<Became>((resolve) => manager.engine.once('close', () => resolve('ended'))),
    wait(ENDED_WITHIN_MS, 'lives' as const),
  ]);
  manager.engine.close();
  return became;
}

const RAW = { reconnection: false, transports: ['websocket'] };

async function enter({ url }: Door, { code, token, from }: Seat, index: number): Promise<Socket> {
  const instance = `attacker-${index}`;
  const auth = { role: 'student', protocol: PROTOCOL_VERSION, code, token, instance, known: null };
  const socket = io(url, { ...RAW, forceNew: true, auth, extraHeaders: headers(from) });
  await new Promise<void>((done) => {
    socket.once('connect', done);
    socket.once('connect_error', () => done());
    socket.once('disconnect', () => done());
  });
  return socket;
}

function headers(from: string): Record<string, string> {
  return { 'x-forwarded-for': from };
}

function write({ engine }: Manager, frame: Frame): void {
  // The library has no door for this; the WebSocket behind its transport has.
  (engine.transport as unknown as { readonly ws: { send: (frame: Frame) => void } }).ws.send(frame);
}
