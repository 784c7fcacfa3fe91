/** How often an address has offered a wrong teacher key lately. */
export type WrongGuesses = {
  readonly count: number;
  /** Monotonic milliseconds of the last one. */
  readonly lastMs: number;
};

/** A typing error or two costs nothing. */
const FREE_GUESSES = 2;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;
/** After this long without a wrong one an address starts afresh. */
const FORGOTTEN_AFTER_MS = 60_000;

/**
 * One more wrong key: the record to keep, and how long to sit on the answer. The delay doubles up to five
 * seconds. It never concerns a right key, which is answered at once: a school shares one address, and a class
 * that tries keys must not lock its teacher out.
 */
export function afterWrongGuess(
  before: WrongGuesses | undefined,
  nowMs: number,
): { readonly guesses: WrongGuesses; readonly delayMs: number } {
  const count = (before === undefined || isForgotten(before, nowMs) ? 0 : before.count) + 1;
  return { guesses: { count, lastMs: nowMs }, delayMs: delayFor(count) };
}

/** Whether a record says nothing any more and can be dropped. */
export function isForgotten(guesses: WrongGuesses, nowMs: number): boolean {
  return nowMs - guesses.lastMs >= FORGOTTEN_AFTER_MS;
}

function delayFor(count: number): number {
  if (count <= FREE_GUESSES) return 0;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - FREE_GUESSES - 1));
}
