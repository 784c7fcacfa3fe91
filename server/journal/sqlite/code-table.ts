import { sessionId } from '../../../shared/session/ids.ts';
import type { CodeRecord } from '../catalogue.ts';
import { row, type Database } from './database.ts';

/** Join codes, and for a day those that were. */
export type CodeTable = {
  readonly takeCode: (code: string, session: string, atMs: number) => boolean;
  readonly findCode: (code: string, atMs: number) => CodeRecord | null;
};

/** A code is not dealt again, and is still explained, for a day. */
const CODE_MEMORY_MS = 24 * 60 * 60 * 1000;

export function createCodeTable(db: Database): CodeTable {
  const select = db.prepare(
    'SELECT session, replaced FROM codes WHERE code = ? AND (retired_at IS NULL OR retired_at > ?)',
  );
  const forget = db.prepare('DELETE FROM codes WHERE retired_at <= ?');
  const replace = db.prepare(
    'UPDATE codes SET replaced = 1, retired_at = COALESCE(retired_at, ?) WHERE session = ? AND replaced = 0',
  );
  const insert = db.prepare('INSERT INTO codes (code, session) VALUES (?, ?)');
  const find = (code: string, atMs: number): CodeRow | undefined =>
    row<CodeRow>(select, code, atMs - CODE_MEMORY_MS);

  return {
    takeCode: (code, session, atMs) => {
      const known = find(code, atMs);
      if (known !== undefined) return known.session === session && known.replaced === 0;
      forget.run(atMs - CODE_MEMORY_MS);
      replace.run(atMs, session);
      insert.run(code, session);
      return true;
    },
    findCode: (code, atMs) => {
      const known = find(code, atMs);
      if (known === undefined) return null;
      return { session: sessionId(known.session), state: known.replaced === 1 ? 'replaced' : 'current' };
    },
  };
}

type CodeRow = { readonly session: string; readonly replaced: number };
