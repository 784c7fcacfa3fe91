/** How often something may happen: `burst` at once, then `perSecond`. */
export type Rate = { readonly perSecond: number; readonly burst: number };

/**
 * Every bound on what comes in by socket and waits to go out, named once, with its unit. A whole school may share
 * one address: seats and sessions are limited first, addresses last, and never a seat that comes back.
 */
export const NET_LIMITS = {
  /** Per seat: nudges, guesses and leaving. The class's rules bound nudges per round besides. */
  studentIntents: { perSecond: 5, burst: 10 },
  renames: { perSecond: 3 / 60, burst: 3 },
  /** Per device of the teacher's. */
  teacherIntents: { perSecond: 10, burst: 20 },
  /** Per projector: it may ask for nothing, and is told so this often. */
  screenIntents: { perSecond: 5, burst: 10 },
  connectionsPerAddress: { perSecond: 100, burst: 1_500 },
  /** Malformed messages in a row that end a connection. */
  malformedMost: 3,
  /** Refusals in a row for haste alone: who sends this many does not listen. */
  hastyMost: 30,
  messageBytes: 16 * 1_024,
  /** A connection that does not say who it is. */
  connectMs: 5_000,
  pingEveryMs: 10_000,
  pongWithinMs: 10_000,
  /** What may wait for a slow client besides its one state. */
  unsentBytes: 256 * 1_024,
  /** How long a client may be behind. */
  behindMs: 10_000,
  /** How long a server that stops waits for its last words to be taken. */
  lastWordsMs: 1_000,
  /** How often lines and buckets are looked after. */
  sweepEveryMs: 1_000,
} as const satisfies Record<string, number | Rate>;
