import { JournalError, type Journal, type JournalFailure } from '../../server/journal/journal.ts';

/** A real journal whose disk can be made to misbehave. */
export type FaultyJournal = Journal & {
  /** Every append fails like this from now on; null mends it. */
  readonly failWith: (reason: JournalFailure | null) => void;
  /** The next append is written, and its answer is lost. */
  readonly loseNextAnswer: () => void;
  /** Appends wait until the returned function is called. */
  readonly hold: () => () => void;
  readonly appends: () => number;
  readonly misbehaves: () => boolean;
};

export function createFaultyJournal(journal: Journal): FaultyJournal {
  let failure: JournalFailure | null = null;
  let loseAnswer = false;
  let held: Promise<void> | null = null;
  let appends = 0;
  return {
    ...journal,
    append: async (...args) => {
      appends += 1;
      await held;
      if (failure !== null) throw new JournalError(failure, 'as the test asked');
      await journal.append(...args);
      if (!loseAnswer) return;
      loseAnswer = false;
      throw new JournalError('broken', 'written, but nobody was told');
    },
    failWith: (reason) => {
      failure = reason;
    },
    loseNextAnswer: () => {
      loseAnswer = true;
    },
    hold: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = () => {
          held = null;
          resolve();
        };
      });
      return () => release();
    },
    appends: () => appends,
    misbehaves: () => failure !== null || held !== null,
  };
}
