import { connect, type Socket as NetSocket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import { atOnce, countBy } from './at-once.ts';
import { ask, openClass, takeSeat, type Door } from './door.ts';
import type { Flooded } from './floods.ts';
import { timesOf } from './times.ts';

const SCHOOL = '10.1.0.4';
const STUDENTS = 30;
const POLL = '/socket.io/?EIO=4&transport=polling';

/** 5,000 connections without a token, while a class behind the same address comes back to its seats. */
export async function floodOfConnections(door: Door, scale: number): Promise<Flooded> {
  const { code } = await openClass(door);
  const tokens = [];
  for (let index = 0; index < STUDENTS; index += 1) tokens.push((await takeSeat(door, code, SCHOOL)).token);
  const flooding = atOnce(5_000 * scale, 100, () => ask(door, 'GET', POLL, { from: SCHOOL }));
  const startMs = performance.now();
  const backMs = await Promise.all(
    tokens.map(async (token) => {
      const page = await comeBack(door, code, token);
      const ms = performance.now() - startMs;
      page.disconnect();
      return ms;
    }),
  );
  const flood = countBy((await flooding).map(({ status }) => status));
  return { held: backMs.length === STUDENTS, figures: { flood, backMs: timesOf(backMs) } };
}

/** S13: 1,000 sockets that never finish what they want to say, and 500 that never say who they are. All are ended in time. */
export async function floodOfSlowSockets(door: Door, scale: number): Promise<Flooded> {
  const port = Number(new URL(door.url).port);
  const startMs = performance.now();
  const slow = Array.from({ length: 1_000 * scale }, () => halfSaid(port, startMs));
  const silent = Array.from({ length: 500 * scale }, (_, index) => sayNothing(door.url, index, startMs));
  const endedMs = await within(60_000, Promise.all(slow));
  const silentMs = await within(60_000, Promise.all(silent));
  return {
    held: endedMs !== null && silentMs !== null,
    figures: { halfSaidMs: timesOf(endedMs ?? []), withoutTokenMs: timesOf(silentMs ?? []) },
  };
}

/** A15: 300 seats that are connected and do nothing. */
export async function floodOfIdleSockets(door: Door, scale: number): Promise<Flooded> {
  const { code } = await openClass(door);
  const count = Math.ceil(300 * scale);
  const pages = await atOnce(count, 10, async () => comeBack(door, code, (await takeSeat(door, code)).token));
  await wait(10_000 * scale);
  const connected = pages.filter((page) => page.connected).length;
  for (const page of pages) page.disconnect();
  return { held: connected === count, figures: { connected } };
}

/** As our own page does: tries again after 0.3 to 1.5 s until it is in. */
async function comeBack(door: Door, code: string, token: string): Promise<Socket> {
  const auth = {
    role: 'student',
    protocol: PROTOCOL_VERSION,
    code,
    token,
    instance: 'coming-back',
    known: null,
  };
  const extraHeaders = { 'x-forwarded-for': SCHOOL };
  for (;;) {
    const page = io(door.url, { ...OWN, auth, extraHeaders });
    const isIn = await new Promise<boolean>((resolve) => {
      page.once('seat', () => resolve(true));
      page.once('connect_error', () => resolve(false));
      page.once('disconnect', () => resolve(false));
    });
    if (isIn) return page;
    page.disconnect();
    await wait(300 + 1_200 * Math.random());
  }
}

const OWN = { transports: ['websocket'], forceNew: true, reconnection: false };

/** Half of the headers, and then nothing; how long until it is hung up on. */
function halfSaid(port: number, startMs: number): Promise<number> {
  return endOf(connect(port, '127.0.0.1'), startMs, 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n');
}

/** A WebSocket that is open, and says nothing. */
function sayNothing(url: string, index: number, startMs: number): Promise<number> {
  const { port, host } = new URL(url);
  const lines = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `X-Forwarded-For: 10.66.1.${index % 250}`,
  ];
  return endOf(connect(Number(port), '127.0.0.1'), startMs, `${lines.join('\r\n')}\r\n\r\n`);
}

function endOf(socket: NetSocket, startMs: number, said: string): Promise<number> {
  socket.on('error', () => undefined).on('data', () => undefined);
  socket.write(said);
  return new Promise((resolve) => {
    socket.on('end', () => socket.destroy());
    socket.on('close', () => resolve(performance.now() - startMs));
  });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  return Promise.race([work, wait(ms, null, { ref: false })]);
}
