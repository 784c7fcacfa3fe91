import { JournalError } from '../journal.ts';

/**
 * Redis's own words for a store that takes nothing more: its memory is full (OOM), or its disk did not take the log
 * (MISCONF). Reading goes on, and the same append may succeed later (redis.io/docs/latest/develop/reference/protocol-spec).
 */
const FULL = /^(?:OOM|MISCONF)\b/u;

/** An error of Redis, of the line to it, or of the journal's own, as the journal's. */
export function asJournalError(error: unknown): JournalError {
  if (error instanceof JournalError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new JournalError(FULL.test(message) ? 'store-full' : 'broken', message);
}
