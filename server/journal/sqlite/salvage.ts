import type { ChainedLine, ChainReading } from '../../../shared/recording/chain.ts';
import { sameDigest } from '../../../shared/recording/sha-256.ts';
import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import { CHAIN } from '../chain.ts';
import { row, rows, type Database, type Value } from './database.ts';

/** What came through of a damaged file, and what did not. */
export type Salvage = {
  /** Whole: every event up to the session's last. */
  readonly saved: readonly SessionId[];
  /** Cut short: what is left can be looked at, not played on. */
  readonly damaged: readonly DamagedSession[];
};

export type DamagedSession = {
  readonly session: SessionId;
  readonly lesson: string | null;
  readonly code: string | null;
  readonly eventsKept: number;
  /** Null where the file no longer says how many there were. */
  readonly eventsLost: number | null;
};

type Head = {
  readonly session: string;
  readonly epoch: number;
  readonly version: number;
  readonly digest: Uint8Array;
};

/** Copies whatever still reads from a damaged file into a new one. Null stands for a file that does not even open. */
export function salvage(from: Database | null, into: Database): Salvage {
  if (from === null) return { saved: [], damaged: [] };
  into.exec('BEGIN IMMEDIATE');
  for (const table of CATALOGUE_TABLES) copyTable(from, into, table);
  const saved: SessionId[] = [];
  const damaged: DamagedSession[] = [];
  const heads = new Map(readable<Head>(from, 'SELECT * FROM heads').map((head) => [head.session, head]));
  for (const session of knownSessions(from, into, heads)) {
    const head = heads.get(session);
    const chain = readChain(from, session, head);
    const whole = head !== undefined && !chain.broken && sameDigest(chain.digest, head.digest);
    keep(into, session, head, chain, whole);
    if (whole) saved.push(sessionId(session));
    else damaged.push(describe(into, session, head, chain));
  }
  into.exec('COMMIT');
  return { saved, damaged };
}

const CATALOGUE_TABLES = [
  { name: 'sessions', columns: ['id', 'lesson', 'language', 'created_at', 'ended_at', 'seats', 'rounds'] },
  { name: 'codes', columns: ['code', 'session', 'replaced', 'retired_at'] },
  { name: 'rosters', columns: ['session', 'version', 'json'] },
  { name: 'tokens', columns: ['hash', 'session', 'role', 'seat'] },
  {
    name: 'imports',
    columns: ['id', 'lesson', 'language', 'started_at', 'imported_at', 'has_names', 'bytes'],
  },
  { name: 'cards', columns: ['recording', 'label', 'summary'] },
  { name: 'shares', columns: ['id', 'recording', 'hash', 'created_at', 'expires_at'] },
  { name: 'deletions', columns: ['session'] },
] as const;

function copyTable(from: Database, into: Database, table: (typeof CATALOGUE_TABLES)[number]): void {
  const names = table.columns.join(', ');
  const insert = into.prepare(
    `INSERT OR IGNORE INTO ${table.name} (${names}) VALUES (${table.columns.map(() => '?').join(', ')})`,
  );
  for (const found of readable<Record<string, Value>>(from, `SELECT ${names} FROM ${table.name}`)) {
    try {
      insert.run(...table.columns.map((column) => found[column] ?? null));
    } catch {
      // A row that damage has made unfit for its table is one of those that are lost.
    }
  }
}

/** The rows of a query until the file gives out. */
function readable<Row extends object>(
  db: Database,
  query: string,
  ...values: readonly Value[]
): readonly Row[] {
  const found: Row[] = [];
  try {
    for (const one of rows<Row>(db.prepare(query), ...values)) found.push(one);
  } catch {
    // What came before the damage is what there is.
  }
  return found;
}

/** Sessions that any part of the file still speaks of. */
function knownSessions(from: Database, into: Database, heads: ReadonlyMap<string, Head>): readonly string[] {
  const named = readable<{ id: string }>(into, 'SELECT id FROM sessions').map(({ id }) => id);
  const written = readable<{ session: string }>(from, 'SELECT DISTINCT session FROM events NOT INDEXED').map(
    ({ session }) => session,
  );
  return [...new Set([...heads.keys(), ...named, ...written])];
}

/** By the index, and where that leads nowhere by going through the table itself. */
function readChain(from: Database, session: string, head: Head | undefined): ChainReading {
  const byIndex = CHAIN.follow(
    session,
    readable<ChainedLine>(
      from,
      'SELECT version, epoch, json, digest FROM events WHERE session = ? ORDER BY version',
      session,
    ),
  );
  if (head !== undefined && !byIndex.broken && sameDigest(byIndex.digest, head.digest)) return byIndex;
  const inTable = readable<ChainedLine>(
    from,
    'SELECT version, epoch, json, digest FROM events NOT INDEXED WHERE session = ?',
    session,
  );
  const byTable = CHAIN.follow(
    session,
    [...inTable].sort((one, other) => one.version - other.version),
  );
  return byTable.sound.length > byIndex.sound.length ? byTable : byIndex;
}

function keep(
  into: Database,
  session: string,
  head: Head | undefined,
  chain: ChainReading,
  whole: boolean,
): void {
  const insertEvent = into.prepare(
    'INSERT INTO events (session, version, epoch, json, digest) VALUES (?, ?, ?, ?, ?)',
  );
  for (const event of chain.sound) {
    insertEvent.run(session, event.version, event.epoch, event.json, event.digest);
  }
  const lastEpoch = chain.sound[chain.sound.length - 1]?.epoch ?? 0;
  into
    .prepare('INSERT INTO heads (session, epoch, version, digest, damaged) VALUES (?, ?, ?, ?, ?)')
    .run(session, Math.max(head?.epoch ?? 0, lastEpoch), chain.sound.length, chain.digest, whole ? 0 : 1);
}

function describe(
  into: Database,
  session: string,
  head: Head | undefined,
  chain: ChainReading,
): DamagedSession {
  const known = row<{ lesson: string; code: string | null }>(
    into.prepare(
      `SELECT lesson, (SELECT code FROM codes WHERE codes.session = sessions.id AND replaced = 0) AS code
       FROM sessions WHERE id = ?`,
    ),
    session,
  );
  return {
    session: sessionId(session),
    lesson: known?.lesson ?? null,
    code: known?.code ?? null,
    eventsKept: chain.sound.length,
    eventsLost: head === undefined ? null : Math.max(0, head.version - chain.sound.length),
  };
}
