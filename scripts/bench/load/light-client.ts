import { WebSocket } from 'ws';
import type { Acknowledgement } from '../../../shared/wire/down.ts';
import type { Handshake } from '../../../shared/wire/handshake.ts';

/**
 * A client that costs the machine little, so that a thousand of them fit beside the server they measure: it speaks
 * socket.io's protocol on a bare WebSocket, answers what it must, and parses nothing that nobody asks for.
 */
export type LightClient = {
  readonly ask: (intent: object, seq: number) => Promise<Acknowledgement>;
  /** Bytes that came, with the frames' own headers. */
  readonly receivedBytes: () => number;
  readonly close: () => void;
};

export type LightClientOptions = {
  readonly url: string;
  /** The address of this machine to come from: each home, or each student, has its own. */
  readonly address: string;
  readonly auth: Handshake;
  /** An event: its name and its whole text, `42["name",body]`. */
  readonly hear: (name: string, text: () => string) => void;
  /** The connection is gone, and with it every answer that was under way. */
  readonly closed?: () => void;
};

/** Longer than any event's name with what stands around it. */
const HEAD_BYTES = 32;
const EVENT = /^42\["([a-z-]+)"/u;

/** Connects, and resolves with the first event. Rejects when nobody listens, or the door is shut. */
export function connectLightly(options: LightClientOptions): Promise<LightClient> {
  const { url, address, auth, hear } = options;
  const socket = new WebSocket(`${url.replace(/^http/u, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    localAddress: address,
  });
  const answers = new Map<number, (answer: Acknowledgement) => void>();
  let asked = 0;
  let bytes = 0;

  const client: LightClient = {
    receivedBytes: () => bytes,
    close: () => socket.terminate(),
    ask: (intent, seq) =>
      new Promise((resolve) => {
        asked += 1;
        answers.set(asked, resolve);
        socket.send(`42${asked}${JSON.stringify(['intent', { seq, intent }])}`);
      }),
  };

  return new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      bytes += data.length + headerBytes(data.length);
      const head = data.toString('latin1', 0, HEAD_BYTES);
      if (head.startsWith('2')) socket.send('3');
      else if (head.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
      else if (head.startsWith('43')) takeAnswer(data.toString());
      else {
        const name = EVENT.exec(head)?.[1];
        if (name === undefined) return;
        hear(name, () => data.toString());
        resolve(client);
      }
    });
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error('the connection was closed before anything came'));
      options.closed?.();
    });
  });

  function takeAnswer(text: string): void {
    const body = text.indexOf('[');
    const id = Number(text.slice(2, body));
    const [answer] = JSON.parse(text.slice(body)) as [Acknowledgement]; // our own server's, whose shape its tests hold
    answers.get(id)?.(answer);
    answers.delete(id);
  }
}

/** What a WebSocket frame from a server adds to its payload (RFC 6455, 5.2). */
function headerBytes(payload: number): number {
  if (payload < 126) return 2;
  return payload < 65_536 ? 4 : 10;
}
