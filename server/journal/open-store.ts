import { folderSecrets } from '../auth/folder-secrets.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Catalogue } from './catalogue.ts';
import type { Journal } from './journal.ts';
import type { Ownership } from './ownership.ts';
import type { Secrets } from './secrets.ts';
import { openSqliteStore, type SqliteStore } from './sqlite.ts';

export type Store = {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  readonly secrets: Secrets;
  /** Null where no other server can share the store. */
  readonly ownership: Ownership | null;
  /** How it was found: to be said at the start. */
  readonly report: SqliteStore['report'] | { readonly kind: 'redis' };
};

/** The store that the operator chose. Rejects with a sentence where it cannot be used. `onTrouble`: it is being mended. */
export async function openStore(config: Config, log: Log, onTrouble: () => void): Promise<Store> {
  if (config.redisUrl !== null) {
    // Half of all that a server reads when it starts: only for those who share a store.
    const { openRedisStore } = await import('./redis.ts');
    const store = await openRedisStore({
      url: config.redisUrl.href,
      replicas: config.redisReplicas,
      onTrouble: (error) => {
        onTrouble();
        log.warn({ err: error }, 'trouble with Redis');
      },
    });
    return { ...store, report: { kind: 'redis' } };
  }
  const store = await openSqliteStore({
    directory: config.dataDir,
    onReopened: ({ kind }) => {
      onTrouble();
      log.warn({ report: kind }, 'the store was opened anew');
    },
  });
  return { ...store, secrets: folderSecrets(config.dataDir), ownership: null };
}
