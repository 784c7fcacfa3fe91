import type { NewShareRecord } from '../shelves.ts';
import { row, type Database } from './database.ts';

/** Who may see a recording without the teacher key: hashes of tokens, as with those of a session. */
export type ShareTable = {
  readonly addShare: (share: NewShareRecord) => boolean;
  readonly findShare: (hash: string, atMs: number) => string | null;
  readonly deleteShare: (recording: string, id: string) => boolean;
};

export function createShareTable(db: Database): ShareTable {
  const insert = db.prepare(
    `INSERT INTO shares (id, recording, hash, created_at, expires_at)
     SELECT ?1, ?2, ?3, ?4, ?5
     WHERE EXISTS (SELECT 1 FROM sessions WHERE id = ?2) OR EXISTS (SELECT 1 FROM imports WHERE id = ?2)`,
  );
  const select = db.prepare(
    'SELECT recording FROM shares WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)',
  );
  const remove = db.prepare('DELETE FROM shares WHERE recording = ? AND id = ?');

  return {
    addShare: ({ id, recording, hash, createdAtMs, expiresAtMs }) =>
      insert.run(id, recording, hash, createdAtMs, expiresAtMs).changes > 0,
    findShare: (hash, atMs) => row<{ recording: string }>(select, hash, atMs)?.recording ?? null,
    deleteShare: (recording, id) => remove.run(recording, id).changes > 0,
  };
}
