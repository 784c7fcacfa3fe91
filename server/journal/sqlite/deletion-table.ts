import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import { rows, type Database } from './database.ts';

/** Forgets recordings, and remembers of which of them the journal still has the events. */
export type DeletionTable = {
  readonly deleteRecording: (id: string) => void;
  readonly unfinishedDeletions: () => readonly SessionId[];
  readonly finishDeletion: (id: string) => void;
};

export function createDeletionTable(db: Database): DeletionTable {
  const remember = db.prepare(
    'INSERT OR IGNORE INTO deletions (session) SELECT id FROM sessions WHERE id = ?',
  );
  const deletions = [
    db.prepare('DELETE FROM codes WHERE session = ?'),
    db.prepare('DELETE FROM rosters WHERE session = ?'),
    db.prepare('DELETE FROM tokens WHERE session = ?'),
    db.prepare('DELETE FROM shares WHERE recording = ?'),
    db.prepare('DELETE FROM cards WHERE recording = ?'),
    db.prepare('DELETE FROM imports WHERE id = ?'),
    db.prepare('DELETE FROM sessions WHERE id = ?'),
  ];
  const select = db.prepare('SELECT session FROM deletions ORDER BY session');
  const finish = db.prepare('DELETE FROM deletions WHERE session = ?');

  return {
    deleteRecording: (id) => {
      remember.run(id);
      for (const deletion of deletions) deletion.run(id);
    },
    unfinishedDeletions: () =>
      [...rows<{ session: string }>(select)].map(({ session }) => sessionId(session)),
    finishDeletion: (id) => {
      finish.run(id);
    },
  };
}
