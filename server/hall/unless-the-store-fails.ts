import type { Answer } from '../http/hall.ts';
import { JournalError } from '../journal/journal.ts';

/** A disk that does not write is expected trouble: nothing is lost by trying again. */
export async function unlessTheStoreFails<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    return { ok: false, error: error.reason === 'store-full' ? 'store-full' : 'saving' };
  }
}
