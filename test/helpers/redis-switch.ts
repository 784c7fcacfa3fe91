import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** An address behind which one Redis can be put in another's place, as a fail-over does. */
export type RedisSwitch = {
  readonly url: string;
  /** Breaks every line; new ones lead there, or with null nowhere, as where a network is cut in two. */
  readonly to: (url: string | null) => void;
  /** Lets nothing more through the lines there are, and closes none of them, as a router does that forgot them. */
  readonly silence: () => void;
  readonly close: () => Promise<void>;
};

export async function startRedisSwitch(first: string): Promise<RedisSwitch> {
  let target: URL | null = new URL(first);
  const sockets = new Set<Socket>();
  /** By the client's side of each line. */
  const silenced = new WeakSet<Socket>();
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    if (target === null) {
      client.destroy();
      return;
    }
    const redis = connect(Number(target.port), target.hostname);
    clients.add(client);
    client.once('close', () => clients.delete(client));
    for (const [one, other] of [
      [client, redis],
      [redis, client],
    ] as const) {
      sockets.add(one);
      one.on('data', (data) => {
        if (!silenced.has(client)) other.write(data);
      });
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const breakLines = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `redis://127.0.0.1:${port}`,
    to: (url) => {
      target = url === null ? null : new URL(url);
      breakLines();
    },
    silence: () => {
      for (const client of clients) silenced.add(client);
    },
    close: async () => {
      breakLines();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
