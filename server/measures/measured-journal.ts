import { JournalError, type Journal } from '../journal/journal.ts';
import type { Measures } from './measures.ts';

/** A journal that tells how its appends end. */
export function measuredJournal(journal: Journal, measures: Pick<Measures, 'appending'>): Journal {
  return {
    ...journal,
    append: async (...facts) => {
      const ended = measures.appending();
      try {
        await journal.append(...facts);
        ended('done');
      } catch (error) {
        ended(error instanceof JournalError ? error.reason : 'broken');
        throw error;
      }
    },
  };
}
