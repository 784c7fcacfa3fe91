import type { ChainedLine } from '../../../shared/recording/chain.ts';
import { sameDigest } from '../../../shared/recording/sha-256.ts';
import { CHAIN } from '../chain.ts';
import { ageOfTables, openForReading, row, rows, tablesVersion, type Database } from './database.ts';
import { resultCode } from './failure.ts';
import { createOperations } from './operations.ts';
import { lostCommits } from './write-ahead-log.ts';

/**
 * SQLITE_ERROR (a statement that the tables do not fit), SQLITE_IOERR, SQLITE_CORRUPT and SQLITE_NOTADB
 * (sqlite.org/rescode.html): the file itself cannot be read.
 */
const DAMAGE_CODES: readonly number[] = [1, 10, 11, 26];

/** What is wrong with a file, in words for whoever runs the server; null for a sound one. */
export function findDamage(path: string): string | null {
  const lost = lostCommits(`${path}-wal`);
  if (lost > 0) return `the log beside the file is damaged: ${lost} commits in it cannot be read`;
  try {
    const db = openForReading(path);
    // One transaction, so that another process's appends do not move the head away from its events.
    db.exec('BEGIN');
    const wrong = wrongIn(db);
    db.exec('ROLLBACK');
    return wrong;
  } catch (error) {
    const code = resultCode(error);
    // A file one may not open, or that another holds, is not a damaged one.
    if (code === null || !DAMAGE_CODES.includes(code)) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

function wrongIn(db: Database): string | null {
  const version = tablesVersion(db);
  if (version === 0) return 'the file has no tables';
  const age = ageOfTables(version);
  if (age === 'newer') {
    throw new Error(`it was written by a newer version of this program (its tables are version ${version})`);
  }
  const check = row<{ integrity_check: string }>(db.prepare('PRAGMA integrity_check(1)'))?.integrity_check;
  if (check !== 'ok') return check ?? 'the check of the file gave no answer';
  // Prepares every statement: tables whose description rotted do not take them. Older ones lack some by right.
  if (age === 'ours') createOperations(db);
  const broken = brokenSessions(db);
  return broken.length === 0 ? null : `events of ${broken.length} session(s) do not hold together`;
}

function brokenSessions(db: Database): readonly string[] {
  const events = db.prepare(
    'SELECT version, epoch, json, digest FROM events WHERE session = ? ORDER BY version',
  );
  const heads = [
    ...rows<{ session: string; digest: Uint8Array }>(
      db.prepare('SELECT session, digest FROM heads WHERE damaged = 0'),
    ),
  ];
  return heads
    .filter(({ session, digest }) => {
      const chain = CHAIN.follow(session, rows<ChainedLine>(events, session));
      return chain.broken || !sameDigest(chain.digest, digest);
    })
    .map(({ session }) => session);
}
