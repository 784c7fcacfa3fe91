import type { JournalLine } from '../../shared/recording/chain.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import type { Journal } from '../journal/journal.ts';

/** About 150 kB: read, and handed from thread to thread, in a millisecond. */
const EVENTS_AT_A_TIME = 500;

/** A session's events up to a version, piece by piece, so that a long class is never in the way of one that plays. */
export async function* journalPieces(
  journal: Pick<Journal, 'read'>,
  session: SessionId,
  upTo = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly JournalLine[]> {
  for (let from = 1; from <= upTo; from += EVENTS_AT_A_TIME) {
    const lines = await journal.read(session, from, Math.min(EVENTS_AT_A_TIME, upTo - from + 1));
    yield lines;
    if (lines.length < EVENTS_AT_A_TIME) return;
  }
}
