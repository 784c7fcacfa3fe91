import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { sameSecret } from '../auth/digest.ts';
import type {
  NodeDown,
  NodeLine,
  NodeLineEvents,
  NodeQuestion,
  NodeUp,
  NodeVisitor,
} from '../cluster/messages.ts';

/** A port of its own for the other servers, which no phone and no proxy ever sees. */
export type NodeDoor = { readonly port: number; readonly close: () => Promise<void> };

export type NodeDoorOptions = {
  readonly host: string;
  /** 0 lets the machine choose. */
  readonly port: number;
  /** Whoever knows it is one of us. */
  readonly secret: string;
  /** Whose door this is: who looks for the server that was here before it has come too late. */
  readonly node: string;
  readonly receive: (say: (message: NodeDown) => void) => NodeVisitor;
};

/** How servers reach each other. */
export type NodeNetwork = {
  readonly openDoor: (options: NodeDoorOptions) => Promise<NodeDoor>;
  readonly dial: (node: string, address: string, secret: string, events: NodeLineEvents) => NodeLine;
};

/** Over TCP. */
export const NODE_SOCKETS: NodeNetwork = { openDoor: openNodeDoor, dial: dialNode };

/** Snapshots of a thousand guests come as one stream; a single message is far smaller. */
const MESSAGE_BYTES = 16 * 1_024 * 1_024;
/** A server that says nothing for so long is gone, or cut off; its classes follow its lease. */
const PING_EVERY_MS = 1_000;
const PONG_WITHIN_MS = 4_000;
const DIAL_WITHIN_MS = 1_000;

export async function openNodeDoor({
  host,
  port,
  secret,
  node,
  receive,
}: NodeDoorOptions): Promise<NodeDoor> {
  const http = createServer();
  const server = new Server(http, {
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: MESSAGE_BYTES,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PONG_WITHIN_MS,
  });
  server.use((socket, next) => {
    const { auth } = socket.handshake;
    const isOurs = typeof auth['secret'] === 'string' && sameSecret(secret, auth['secret']);
    if (!isOurs) next(new Error('not one of us'));
    else next(auth['node'] === node ? undefined : new Error('gone'));
  });
  server.on('connection', (socket) => {
    const visitor = receive((message) => socket.emit('down', message));
    socket.on('up', (message: NodeUp) => visitor.hear(message));
    socket.on('question', (question: NodeQuestion, reply: (answer: unknown) => void) =>
      visitor.answer(question, reply),
    );
    socket.on('disconnect', visitor.gone);
  });
  await new Promise<void>((done, fail) => {
    http.once('error', fail);
    http.listen(port, host, () => done());
  });
  return {
    port: (http.address() as AddressInfo).port, // it listens on TCP
    close: async () => {
      await server.close();
    },
  };
}

/** What is said before the line stands is kept for it; a line that breaks is over. */
export function dialNode(
  node: string,
  address: string,
  secret: string,
  { onHeard, onBroken }: NodeLineEvents,
): NodeLine {
  const socket = io(`http://${address}`, {
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    timeout: DIAL_WITHIN_MS,
    auth: { secret, node },
  });
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    socket.disconnect();
    onBroken();
  };
  socket.on('down', onHeard);
  socket.on('connect_error', end);
  socket.on('disconnect', end);
  return {
    say: (message) => void socket.emit('up', message),
    ask: (question, answered) => void socket.emit('question', question, answered),
    hangUp: end,
  };
}
