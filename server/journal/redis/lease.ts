import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from './connection.ts';

/** The right of one server to play the classes of a Redis, for as long as it says that it lives. */
export type Lease = { readonly release: () => Promise<void> };

const KEY = 'descenso:server';
const HELD_MS = 3_000;
const RENEWED_EVERY_MS = 1_000;

/** Both look whether the lease is still ours: after a pause it may be another's. ARGV our name, milliseconds. */
const RENEW = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0`;
const RELEASE = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0`;

/**
 * Takes the lease, or waits until a server that died has lost it; null where another one keeps renewing it. Two
 * servers would take each other's classes at every start; what a former holder still writes, the journal refuses.
 */
export async function takeLease(
  { ask, run }: Connection,
  name: string,
  onLost: () => void,
): Promise<Lease | null> {
  const take = (): Promise<string | null> =>
    ask((client) => client.set(KEY, name, { condition: 'NX', expiration: { type: 'PX', value: HELD_MS } }));
  let taken = await take();
  for (let waitedMs = 0; taken === null && waitedMs <= HELD_MS; waitedMs += RENEWED_EVERY_MS / 2) {
    await wait(RENEWED_EVERY_MS / 2);
    taken = await take();
  }
  if (taken === null) return null;

  const renew = async (): Promise<void> => {
    try {
      const [renewed] = await run(RENEW, [KEY], [name, HELD_MS]);
      // Gone with a Redis that was away for longer than it is held: ours again unless another was faster.
      if (renewed === '0' && (await take()) === null) onLost();
    } catch {
      // Redis is away: the line says so, and the next renewal may find it back.
    }
  };
  const renewal = setInterval(() => void renew(), RENEWED_EVERY_MS);
  return {
    release: async () => {
      clearInterval(renewal);
      await run(RELEASE, [KEY], [name]).catch(() => undefined);
    },
  };
}
