import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { startBenchServer } from './bench-server.ts';
import { weigh, type FanOut } from './fan-out.ts';

/** As many bare WebSockets as there are students, on a server that can do nothing but send them one frame. */
export type RawPeer = {
  readonly fanOut: (text: string) => Promise<FanOut>;
  readonly stop: () => Promise<void>;
};

/** For the frame to be there before the word. */
const PREPARE_MS = 40;

export async function openRawPeer(count: number): Promise<RawPeer> {
  const server = await startBenchServer(['scripts/bench/load/raw-sockets.mjs']);
  let arrived: () => void = () => undefined;
  const sockets: WebSocket[] = [];
  for (let number = 0; number < count; number++) sockets.push(await open(server.url, () => arrived()));
  const [teller] = sockets;
  if (teller === undefined) throw new Error('a fan-out needs somebody to go to');
  return {
    fanOut: async (text) => {
      teller.send(text);
      await wait(PREPARE_MS);
      return weigh(server.processorMs, count, (one) => {
        arrived = one;
        teller.send('go');
      });
    },
    stop: async () => {
      for (const socket of sockets) socket.terminate();
      await server.stop();
    },
  };
}

function open(url: string, arrived: () => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/u, 'ws'), {
      perMessageDeflate: false,
      skipUTF8Validation: true,
    });
    // As much as a light client does with what comes, so that both kinds of socket cost the generator the same.
    socket.on('message', (data: Buffer) => {
      if (data.toString('latin1', 0, 32).startsWith('42')) arrived();
    });
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}
