/**
 * The tables, as each version of them added to the one before. A step is never edited: a file of an older version
 * takes those that it lacks, in place, when it is opened. Salvage has its own list of what to copy.
 */
const STEPS: readonly string[] = [
  `
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
  `,
  // 2: recordings are kept on shelves.
  `
  CREATE TABLE imports (
    id TEXT PRIMARY KEY,
    lesson TEXT NOT NULL,
    language TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    has_names INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TABLE cards (
    recording TEXT PRIMARY KEY,
    label TEXT,
    summary TEXT
  ) STRICT;
  CREATE TABLE shares (
    id TEXT PRIMARY KEY,
    recording TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    expires_at INTEGER
  ) STRICT;
  CREATE INDEX shares_of_recording ON shares (recording);
  CREATE TABLE deletions (session TEXT PRIMARY KEY) STRICT;
  `,
];

/** Raised by every step. */
export const TABLES_VERSION = STEPS.length;

/** What a file with tables of this version lacks; 0 for a file without any. */
export function stepsFrom(version: number): readonly string[] {
  return STEPS.slice(version);
}
