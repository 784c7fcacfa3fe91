import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What a school's network may do to a phone's WebSocket. */
export type Trouble =
  | 'none'
  /** Its proxy knows no upgrade. */
  | 'refuses-websocket'
  /** It answers 101 and lets nothing through afterwards. */
  | 'swallows-websocket'
  /** The access point is there and nothing comes from it. */
  | 'black-hole';

/** A way to the server that can be spoiled. */
export type TroubledLine = {
  readonly url: string;
  readonly suffer: (trouble: Trouble) => void;
  /** Breaks every connection there is. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

export async function openTroubledLine(port: number): Promise<TroubledLine> {
  let trouble: Trouble = 'none';
  const sockets = new Set<Socket>();

  const server = createServer((phone) => {
    const upstream = connect(port, '127.0.0.1');
    let isSwallowed = false;
    let isFirst = true;
    phone.on('data', (data: Buffer) => {
      const isUpgrade = isFirst && /upgrade: websocket/iu.test(data.toString('latin1'));
      isFirst = false;
      if (isUpgrade && trouble === 'refuses-websocket') phone.destroy();
      isSwallowed ||= isUpgrade && trouble === 'swallows-websocket';
      upstream.write(data);
    });
    let hasAnswered = false;
    upstream.on('data', (data: Buffer) => {
      if (trouble === 'black-hole' || (isSwallowed && hasAnswered)) return;
      hasAnswered = true;
      phone.write(isSwallowed ? headOf(data) : data);
    });
    for (const [one, other] of [
      [phone, upstream],
      [upstream, phone],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo; // it listens on TCP
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${own}`,
    suffer: (next) => {
      trouble = next;
    },
    cut,
    close: async () => {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** An HTTP answer without what follows it. */
function headOf(data: Buffer): Buffer {
  const end = data.indexOf('\r\n\r\n');
  return end < 0 ? data : data.subarray(0, end + 4);
}
