import { openSqliteStore } from '../../server/journal/sqlite.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import { sessionId } from '../../shared/session/ids.ts';

/** What a data folder has of a session. Its server must have ended. */
export async function journalOf(directory: string, session: string): Promise<readonly JournalLine[]> {
  const { journal } = await openSqliteStore({ directory });
  try {
    return await journal.read(sessionId(session), 1);
  } finally {
    await journal.close();
  }
}
