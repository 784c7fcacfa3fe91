import { row, type Database } from './database.ts';
import { removeCopiesOf } from './set-aside.ts';

/** What was deleted must not live on beside the file: neither in its log nor in a copy that was set aside. */
export type Tidying = {
  /** Wipes the log, and deletes the copies that speak of these recordings. Never throws: what fails is tried again. */
  readonly tidy: (recordings: readonly string[]) => void;
};

/** A reader of the file keeps its log from being wiped; whatever else waits for the store must not wait for it. */
const PATIENCE_MS = 20;
const TRY_AGAIN_MS = 2_000;

export function createTidying(path: string, db: Database): Tidying {
  let waiting: ReadonlySet<string> = new Set();
  let again: NodeJS.Timeout | null = null;

  function tidy(recordings: readonly string[]): void {
    waiting = new Set([...waiting, ...recordings]);
    if (again !== null) clearTimeout(again);
    again = null;
    if (wipeLog(db) && removeCopies(path, waiting)) waiting = new Set();
    else again = setTimeout(() => tidy([]), TRY_AGAIN_MS).unref();
  }

  return { tidy };
}

function wipeLog(db: Database): boolean {
  try {
    const { timeout = 0 } = row<{ timeout: number }>(db.prepare('PRAGMA busy_timeout')) ?? {};
    db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    try {
      return row<{ busy: number }>(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)'))?.busy === 0;
    } finally {
      db.exec(`PRAGMA busy_timeout = ${timeout}`);
    }
  } catch {
    return false;
  }
}

function removeCopies(path: string, recordings: ReadonlySet<string>): boolean {
  try {
    removeCopiesOf(path, [...recordings]);
    return true;
  } catch {
    return false;
  }
}
