import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createRng, seedFrom } from '../../shared/math/rng.ts';

/** What a school's network may do to a phone's connection. */
export type Trouble =
  | { readonly kind: 'none' }
  /** Its proxy knows no upgrade; what polls gets through. */
  | { readonly kind: 'refuses-websocket' }
  /** It answers 101 and lets nothing through afterwards. */
  | { readonly kind: 'swallows-websocket' }
  /** The access point is there and nothing comes from it. */
  | { readonly kind: 'black-hole' }
  /** Everything takes this long each way; a share of what comes waits a second more, as after a lost packet. */
  | { readonly kind: 'slow'; readonly eachWayMs: number; readonly stalls: number }
  /** Breaks each connection once so many more bytes have come from the server. */
  | { readonly kind: 'cut-after'; readonly bytes: number };

const STALL_MS = 1_000;

/** A way to a server that can be spoiled: a TCP proxy on loopback. */
export type ChaosProxy = {
  readonly url: string;
  readonly suffer: (trouble: Trouble) => void;
  /** Breaks every connection there is. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

export async function openChaosProxy(port: number, seed = 'chaos'): Promise<ChaosProxy> {
  const rng = createRng(seedFrom(seed));
  let trouble: Trouble = { kind: 'none' };
  /** What may still come from the server before all is cut. */
  let bytesLeft = Infinity;
  const sockets = new Set<Socket>();
  const cut = (): void => sockets.forEach((socket) => socket.destroy());

  const server = createServer((phone) => {
    const upstream = connect(port, '127.0.0.1');
    const [up, down] = [inTurn(upstream), inTurn(phone)];
    let isSwallowed = false;
    let isFirst = true;
    let hasAnswered = false;
    phone.on('data', (data: Buffer) => {
      const isUpgrade = isFirst && /upgrade: websocket/iu.test(data.toString('latin1'));
      isFirst = false;
      if (isUpgrade && trouble.kind === 'refuses-websocket') {
        phone.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      isSwallowed ||= isUpgrade && trouble.kind === 'swallows-websocket';
      void up(data, delayMs());
    });
    upstream.on('data', (data: Buffer) => {
      if (trouble.kind === 'black-hole' || (isSwallowed && hasAnswered)) return;
      hasAnswered = true;
      const comes = data.subarray(0, bytesLeft);
      bytesLeft -= comes.length;
      const passed = down(isSwallowed ? headOf(comes) : comes, delayMs());
      // What came before the cut still arrives.
      if (bytesLeft <= 0) void cutAfter(passed, phone);
    });
    join(phone, upstream);
  });

  function join(phone: Socket, upstream: Socket): void {
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
  }

  async function cutAfter(passed: Promise<void>, phone: Socket): Promise<void> {
    await passed;
    phone.end(cut);
  }

  function delayMs(): number {
    if (trouble.kind !== 'slow') return 0;
    return trouble.eachWayMs + (rng.next() < trouble.stalls ? STALL_MS : 0);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${own}`,
    suffer: (next) => {
      trouble = next;
      bytesLeft = next.kind === 'cut-after' ? next.bytes : Infinity;
    },
    cut,
    close: async () => {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Passes bytes on in their order: what comes after something that waits, waits too, as in TCP. */
function inTurn(to: Socket): (data: Buffer, delayMs: number) => Promise<void> {
  let last = Promise.resolve();
  async function pass(before: Promise<void>, data: Buffer, dueMs: number): Promise<void> {
    await before;
    const leftMs = dueMs - performance.now();
    if (leftMs > 0) await wait(leftMs);
    if (to.writable) to.write(data);
  }
  return (data, delayMs) => {
    last = pass(last, data, performance.now() + delayMs);
    return last;
  };
}

/** An HTTP answer without what follows it. */
function headOf(data: Buffer): Buffer {
  const end = data.indexOf('\r\n\r\n');
  return end < 0 ? data : data.subarray(0, end + 4);
}
