import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from '../../../server/journal/sqlite.ts';

export type TemporaryFolder = { readonly path: string; readonly file: string; readonly remove: () => void };

/** A folder of its own for one store. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'descenso-store-'));
  return {
    path,
    file: join(path, 'descenso.sqlite'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A folder that begins as another one is; its store must be closed. */
export function copyOf(folder: TemporaryFolder): TemporaryFolder {
  const copy = temporaryFolder();
  cpSync(folder.path, copy.path, { recursive: true });
  return copy;
}

/** Opens a store in it, lets it work, and closes it whatever happens. */
export async function withStore<T>(
  options: SqliteStoreOptions,
  work: (store: SqliteStore) => Promise<T>,
): Promise<T> {
  const store = await openSqliteStore(options);
  try {
    return await work(store);
  } finally {
    await store.journal.close();
  }
}
