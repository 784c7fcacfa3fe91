import type { JournalLine } from '../../shared/recording/chain.ts';
import type { SessionId } from '../../shared/session/ids.ts';

export type OpenedSession = {
  /** The licence to append until somebody else opens the session. */
  readonly epoch: number;
  /** Everything to replay. Empty for a session that is new. */
  readonly events: readonly JournalLine[];
};

/**
 * The list of facts of every session. What it has acknowledged survives a killed process and a power cut.
 * Every method rejects with a `JournalError` and with nothing else.
 */
export type Journal = {
  /** Raises the session's epoch, durably: whoever opened it before can no longer append. */
  readonly open: (session: SessionId) => Promise<OpenedSession>;
  /**
   * Adds events, all or none, and resolves when they are on disk. `firstVersion` is the version of the first
   * one: exactly the next. A repeat of an append whose answer was lost is known for one and resolves.
   */
  readonly append: (
    session: SessionId,
    epoch: number,
    firstVersion: number,
    events: readonly string[],
  ) => Promise<void>;
  /** The events from a version on, at most that many, without opening: for recordings and for looking. */
  readonly read: (session: SessionId, fromVersion: number, most?: number) => Promise<readonly JournalLine[]>;
  /** Forgets a session's events, in the file too. */
  readonly delete: (session: SessionId) => Promise<void>;
  /** Every session that was ever opened and not deleted. */
  readonly sessions: () => Promise<readonly JournalledSession[]>;
  /** Waits for what was asked before; everything asked after is refused as `closed`. */
  readonly close: () => Promise<void>;
};

export type JournalledSession = {
  readonly session: SessionId;
  readonly epoch: number;
  /** How many events it has. */
  readonly version: number;
};

export type JournalFailure =
  /** No room on the disk. Nothing was written; the same append may succeed later. */
  | 'store-full'
  /** Somebody else has opened the session since: this writer must stop. */
  | 'fenced'
  /** The version is not the next one: what the writer believes is not what is kept. Open again. */
  | 'out-of-step'
  /** The session's chain of digests does not hold: it can be looked at, not played on. */
  | 'damaged'
  /** The disk did not do what was asked. The store has been opened anew; the same append may succeed. */
  | 'broken'
  | 'closed';

/** Why the journal or the catalogue did not do what was asked. */
export class JournalError extends Error {
  readonly reason: JournalFailure;

  constructor(reason: JournalFailure, message: string) {
    super(message);
    this.name = 'JournalError';
    this.reason = reason;
  }
}
