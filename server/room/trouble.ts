import type { JournalFailure } from '../journal/journal.ts';

/** The disk does not write. Clocks stand still since then; `retryAtMs` is null while it may still answer. */
export type Trouble = {
  readonly sinceMs: number;
  readonly code: 'store-full' | 'saving';
  readonly retryAtMs: number | null;
};

/** What to say while a failure lasts; null for one that does not pass. */
export function codeOf(failure: JournalFailure): 'store-full' | 'saving' | null {
  switch (failure) {
    case 'store-full':
      return 'store-full';
    case 'broken':
    case 'out-of-step':
      return 'saving';
    case 'fenced':
    case 'damaged':
    case 'closed':
      return null;
  }
}
