/** Why something asked for did not happen. Each code has a sentence in both languages. */
export const REFUSAL_CODES = [
  'malformed', // the message does not have its shape
  'not-allowed', // this role may not ask for this
  'already-done', // somebody else did it first, or it is done already
  'not-now', // the class is not at a point where this can happen
  'session-ended',
  'session-locked',
  'session-full',
  'not-let-in', // this seat still waits for the teacher
  'unknown-seat',
  'unknown-round', // the nudge speaks of a round that is not the running one
  'unknown-parameter',
  'not-owner',
  'late', // the round closed before it came; `ms` says by how much
  'paused',
  'muted',
  'removed',
  'bad-number',
  'bad-name',
  'enough-points', // this seat has drawn as many points as it may
  'plane-full', // the class has
  'too-few-points', // a class has too few points to begin: the view says how many
  'slow-down', // too many in too short a time; `ms` says how long to wait
  'store-full', // the disk is full: nothing is lost, try again
  'saving', // the journal did not answer yet: nothing is lost, try again
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Refusal = { readonly code: RefusalCode; readonly ms?: number };

export function refusal(code: RefusalCode, ms?: number): Refusal {
  return ms === undefined ? { code } : { code, ms };
}
