import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { stepsFrom, TABLES_VERSION } from './tables.ts';

export type Database = DatabaseSyncInstance;

/** What may be bound to a statement, and what comes back: the tables are strict. */
export type Value = string | number | null | Uint8Array;

/** Another process on the same file holds the lock for a commit at most; this long is a fault. */
const LOCK_WAIT_MS = 5_000;

export type DatabaseOptions = {
  /** Tests make the disk small with it. */
  readonly maxPages?: number;
};

/**
 * Opens the file for writing, making its tables where it is new, and those it lacks where it is old. Throws
 * SQLite's errors. The driver lets go of a file only when the thread that opened it ends, whatever was closed
 * before: it keeps prepared statements.
 */
export function openDatabase(path: string, options: DatabaseOptions): Database {
  const db = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
  // FULL must be said: in WAL mode NORMAL does not wait for the disk, and an acknowledgement would be a hope.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  if (options.maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${options.maxPages}`);
  makeTables(db);
  return db;
}

/**
 * Opens a file to be filled once and moved into place: without a log beside it, so that after a commit
 * the file is everything.
 */
export function openDraft(path: string): Database {
  const db = new DatabaseSync(path);
  // Rows move between pages while the file fills; without `secure_delete` each would leave a copy behind for ever.
  db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  makeTables(db);
  return db;
}

/** Opens the file for looking: nothing is changed in it, not even by closing. */
export function openForReading(path: string): Database {
  return new DatabaseSync(path, { timeout: LOCK_WAIT_MS, readOnly: true });
}

/** The version of the tables in a file; 0 for a file without any. */
export function tablesVersion(db: Database): number {
  return row<{ user_version: number }>(db.prepare('PRAGMA user_version'))?.user_version ?? 0;
}

/** Whether tables are ours, of an older program, or of a newer one, so that this one cannot tell what they mean. */
export function ageOfTables(version: number): 'older' | 'ours' | 'newer' {
  if (version === TABLES_VERSION) return 'ours';
  return version < TABLES_VERSION ? 'older' : 'newer';
}

/** One row, or none. The type is the query's promise: tables are strict and queries name their columns. */
export function row<Row extends object>(
  statement: StatementSyncInstance,
  ...values: readonly Value[]
): Row | undefined {
  return statement.get(...values) as Row | undefined; // parse boundary: see above
}

/** All rows of a query, one by one. The type is the query's promise, as with `row`. */
export function rows<Row extends object>(
  statement: StatementSyncInstance,
  ...values: readonly Value[]
): IterableIterator<Row> {
  return statement.iterate(...values) as IterableIterator<Row>; // parse boundary: see `row`
}

function makeTables(db: Database): void {
  if (ageOfTables(tablesVersion(db)) !== 'older') return;
  db.exec('BEGIN IMMEDIATE');
  // Asked again under the lock: another process may have made them meanwhile.
  const missing = stepsFrom(tablesVersion(db));
  for (const step of missing) db.exec(step);
  if (missing.length > 0) db.exec(`PRAGMA user_version = ${TABLES_VERSION}`);
  db.exec('COMMIT');
}
