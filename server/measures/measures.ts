import type { RefusalCode } from '../../shared/session/refusals.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { JournalFailure } from '../journal/journal.ts';
import type { AudienceName } from '../room/packets.ts';

/**
 * What the parts of a server tell about how it fares. Everything that can be said of an occasion comes from a short
 * list: no name, code, token or session can slip in. Telling costs next to nothing and never fails.
 */
export type Measures = {
  /** A connection was let in; `again` for one that says what it has seen before. */
  readonly came: (role: AudienceName, again: boolean) => void;
  readonly went: (role: AudienceName) => void;
  /** A connection was not let in. */
  readonly turnedAway: (reason: GoneReason) => void;
  /** An intent was answered, so long after it came. */
  readonly answered: (outcome: 'done' | RefusalCode, ms: number) => void;
  /** One packet of so many bytes went to one connection. */
  readonly sent: (role: AudienceName, bytes: number) => void;
  /** So many bytes wait in memory for one connection; told of each every second. */
  readonly waits: (bytes: number) => void;
  /** A connection that does not read what it is sent was let go. */
  readonly droppedSlow: () => void;
  /** Facts are handed to the journal; what comes back is to be called once they are in it, or are not. */
  readonly appending: () => (outcome: AppendOutcome) => void;
  /** The line to the store broke, or the store complained by itself. */
  readonly storeTroubled: () => void;
  /** The process did nothing for so long. */
  readonly stalled: (ms: number) => void;
};

export type AppendOutcome = 'done' | JournalFailure;

/** Tells several who listen. */
export function tellAll(listeners: readonly Measures[]): Measures {
  return {
    came: (role, again) => listeners.forEach((one) => one.came(role, again)),
    went: (role) => listeners.forEach((one) => one.went(role)),
    turnedAway: (reason) => listeners.forEach((one) => one.turnedAway(reason)),
    answered: (outcome, ms) => listeners.forEach((one) => one.answered(outcome, ms)),
    sent: (role, bytes) => listeners.forEach((one) => one.sent(role, bytes)),
    waits: (bytes) => listeners.forEach((one) => one.waits(bytes)),
    droppedSlow: () => listeners.forEach((one) => one.droppedSlow()),
    appending: () => {
      const ends = listeners.map((one) => one.appending());
      return (outcome) => ends.forEach((end) => end(outcome));
    },
    storeTroubled: () => listeners.forEach((one) => one.storeTroubled()),
    stalled: (ms) => listeners.forEach((one) => one.stalled(ms)),
  };
}

const nobodyListens = (): void => undefined;

/** For a part that is used without anybody who wants to know. */
export const UNMEASURED: Measures = {
  came: nobodyListens,
  went: nobodyListens,
  turnedAway: nobodyListens,
  answered: nobodyListens,
  sent: nobodyListens,
  waits: nobodyListens,
  droppedSlow: nobodyListens,
  appending: () => nobodyListens,
  storeTroubled: nobodyListens,
  stalled: nobodyListens,
};
