import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';

export type Database = DatabaseSyncInstance;

/** What may be bound to a statement, and what comes back: the tables are strict. */
export type Value = string | number | null | Uint8Array;

/** Another process on the same file holds the lock for a commit at most; this long is a fault. */
const LOCK_WAIT_MS = 5_000;

/** Raised with every change of the tables. */
const TABLES_VERSION = 1;

const TABLES = `
  CREATE TABLE heads (
    session TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    version INTEGER NOT NULL,
    digest BLOB NOT NULL,
    damaged INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE events (
    session TEXT NOT NULL,
    version INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    json TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (session, version)
  ) STRICT;
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    lesson TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    seats INTEGER NOT NULL DEFAULT 0,
    rounds INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE codes (
    code TEXT PRIMARY KEY,
    session TEXT NOT NULL,
    replaced INTEGER NOT NULL DEFAULT 0,
    retired_at INTEGER
  ) STRICT;
  CREATE INDEX codes_of_session ON codes (session);
  CREATE TABLE rosters (
    session TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT;
  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    session TEXT NOT NULL,
    role TEXT NOT NULL,
    seat INTEGER
  ) STRICT;
  CREATE INDEX tokens_of_session ON tokens (session);
`;

export type DatabaseOptions = {
  /** Tests make the disk small with it. */
  readonly maxPages?: number;
};

/**
 * Opens the file for writing, making its tables where it is new. Throws SQLite's errors. The driver lets go of
 * a file only when the thread that opened it ends, whatever was closed before: it keeps prepared statements.
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
  db.exec('PRAGMA synchronous = FULL');
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

/** Whether a newer program made them, so that this one cannot tell what they mean. */
export function isNewer(version: number): boolean {
  return version > TABLES_VERSION;
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
  if (tablesVersion(db) > 0) return;
  db.exec('BEGIN IMMEDIATE');
  // Asked again under the lock: another process may have made them meanwhile.
  if (tablesVersion(db) === 0) db.exec(`${TABLES}; PRAGMA user_version = ${TABLES_VERSION}`);
  db.exec('COMMIT');
}
