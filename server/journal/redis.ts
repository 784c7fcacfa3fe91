import { randomUUID } from 'node:crypto';
import type { Catalogue } from './catalogue.ts';
import type { Journal } from './journal.ts';
import { connect } from './redis/connection.ts';
import { createErasing } from './redis/erasing.ts';
import { takeLease, type Lease } from './redis/lease.ts';
import { createRedisCatalogue } from './redis/redis-catalogue.ts';
import { createRedisJournal } from './redis/redis-journal.ts';
import { settingsProblems } from './redis/settings.ts';

export type RedisStore = {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  /** Makes this the one server that plays the classes kept here; null where another one does. Closing gives it back. */
  readonly takeLease: (onLost: () => void) => Promise<Lease | null>;
};

export type RedisStoreOptions = {
  /** `redis://[user:password@]host:port[/number]`, or `rediss:` over TLS. */
  readonly url: string;
  /** The line to Redis broke, or a rewriting of its file failed; both are tried again. */
  readonly onTrouble: (error: unknown) => void;
};

/**
 * The store in a Redis: journal and catalogue. Closing the journal closes both. Rejects where there is no Redis at the
 * address, or where it is set so that what it acknowledges may be lost.
 */
export async function openRedisStore({ url, onTrouble }: RedisStoreOptions): Promise<RedisStore> {
  const connection = await connect(url, onTrouble);
  const problems = await settingsProblems(connection);
  if (problems.length > 0) {
    await connection.close();
    throw new Error(problems.join('\n'));
  }
  const erasing = createErasing(connection, onTrouble);
  const journal = createRedisJournal(connection, erasing);
  let lease: Lease | null = null;
  return {
    journal: {
      ...journal,
      close: async () => {
        await lease?.release();
        await journal.close();
      },
    },
    catalogue: createRedisCatalogue(connection, erasing),
    takeLease: async (onLost) => {
      lease = await takeLease(connection, randomUUID(), onLost);
      return lease;
    },
  };
}
