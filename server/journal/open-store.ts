import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Catalogue } from './catalogue.ts';
import type { Journal } from './journal.ts';
import { openRedisStore } from './redis.ts';
import { openSqliteStore, type SqliteStore } from './sqlite.ts';

export type Store = {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  /** How it was found: to be said at the start. */
  readonly report: SqliteStore['report'] | { readonly kind: 'redis' };
};

/**
 * The store that the operator chose. Rejects with a sentence where it cannot be used.
 *
 * @param tell `onLost`: another server plays the classes now, this one must stop; `onTrouble`: something went wrong
 * between server and store, and is being mended
 */
export async function openStore(
  config: Config,
  log: Log,
  tell: { readonly onLost: () => void; readonly onTrouble: () => void },
): Promise<Store> {
  if (config.redisUrl === null)
    return openSqliteStore({
      directory: config.dataDir,
      onReopened: ({ kind }) => {
        tell.onTrouble();
        log.warn({ report: kind }, 'the store was opened anew');
      },
    });
  const { journal, catalogue, takeLease } = await openRedisStore({
    url: config.redisUrl.href,
    onTrouble: (error) => {
      tell.onTrouble();
      log.warn({ err: error }, 'trouble with Redis');
    },
  });
  if ((await takeLease(tell.onLost)) === null) {
    await journal.close();
    throw new Error(
      'Another server plays the classes of this Redis: stop it, or set REDIS_URL to another one.',
    );
  }
  return { journal, catalogue, report: { kind: 'redis' } };
}
