import { randomUUID } from 'node:crypto';
import type { Catalogue } from './catalogue.ts';
import type { Journal } from './journal.ts';
import type { Ownership } from './ownership.ts';
import { connect } from './redis/connection.ts';
import { createErasing } from './redis/erasing.ts';
import { createRedisCatalogue } from './redis/redis-catalogue.ts';
import { createRedisJournal } from './redis/redis-journal.ts';
import { createRedisOwnership } from './redis/redis-ownership.ts';
import { createRedisSecrets } from './redis/redis-secrets.ts';
import type { Patience } from './redis/living-line.ts';
import { settingsProblems } from './redis/settings.ts';
import type { Secrets } from './secrets.ts';

export type RedisStore = {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  readonly secrets: Secrets;
  readonly ownership: Ownership;
};

export type RedisStoreOptions = {
  /** `redis://[user:password@]host:port[/number]`, or `rediss:` over TLS. */
  readonly url: string;
  /** How many replicas must have what is acknowledged; they keep it from being lost when one of them takes over. */
  readonly replicas?: number;
  /** The line to Redis broke, or a rewriting of its file failed; both are tried again. */
  readonly onTrouble: (error: unknown) => void;
  /** How long Redis may stay silent before another line to it is opened. */
  readonly patience?: Patience;
};

/**
 * The store in a Redis: journal, catalogue, secrets, and which of the servers that share it plays which class. Closing
 * the journal closes all. Rejects where there is no Redis at the address, or where it is set so that what it
 * acknowledges may be lost.
 */
export async function openRedisStore({
  url,
  replicas = 0,
  onTrouble,
  patience,
}: RedisStoreOptions): Promise<RedisStore> {
  const connection = await connect(url, onTrouble, patience);
  const problems = await settingsProblems(connection);
  if (problems.length > 0) {
    await connection.close();
    throw new Error(problems.join('\n'));
  }
  const erasing = createErasing(connection, onTrouble);
  const node = randomUUID();
  return {
    journal: createRedisJournal(connection, erasing, { node, replicas }),
    catalogue: createRedisCatalogue(connection, erasing),
    secrets: createRedisSecrets(connection),
    ownership: createRedisOwnership(connection, node),
  };
}
