import { JournalError, type JournalFailure } from '../journal.ts';

/** SQLite's primary result codes that mean something to us (sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;

/** Why an operation failed, and what it says of the file. */
export type Failure = {
  readonly reason: JournalFailure;
  readonly message: string;
  /** Whether the file must be closed, looked over and opened anew before it is trusted again. */
  readonly distrust: boolean;
};

/** Reads an error of the journal's own, of SQLite, or of anything else. */
export function failureOf(error: unknown): Failure {
  if (error instanceof JournalError) return { reason: error.reason, message: error.message, distrust: false };
  const message = error instanceof Error ? error.message : String(error);
  switch (resultCode(error)) {
    case SQLITE_FULL:
      return { reason: 'store-full', message, distrust: false };
    case SQLITE_BUSY:
      return { reason: 'broken', message, distrust: false };
    default:
      return { reason: 'broken', message, distrust: true };
  }
}

/** SQLite's primary result code; null for an error that is not SQLite's. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff; // the low byte of an extended code is the primary one
}
