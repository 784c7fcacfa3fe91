import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import { createBuckets } from '../net/bucket.ts';

/** Each says 0, or the milliseconds to wait. */
export type CodeGuard = {
  /** One more code from this address that does not exist. */
  readonly wrongCode: (address: string) => number;
  /** One more who wants a seat. */
  readonly join: (code: string, address: string) => number;
};

/** Requests between two clearings of what is remembered of addresses. */
const SWEEP_EVERY = 256;

/**
 * Counts guesses and joins. A code that exists is answered however many wrong ones come from the same address:
 * behind it may be a whole school, with one pupil who guesses and thirty who were given their code.
 */
export function createCodeGuard(clock: ServerClock, seatsBehind: (address: string) => number): CodeGuard {
  const wrong = createBuckets<string>(INTAKE.wrongCode.perAddress, clock);
  const wrongInClass = createBuckets<string>(INTAKE.wrongCodeWhereSeatsPlay.perAddress, clock);
  const byAddress = createBuckets<string>(INTAKE.join.perAddress, clock);
  const byCode = createBuckets<string>(INTAKE.join.perSession, clock);
  let requests = 0;
  const sweep = (): void => {
    requests += 1;
    if (requests % SWEEP_EVERY !== 0) return;
    for (const buckets of [wrong, wrongInClass, byAddress, byCode]) buckets.forgetFull();
  };
  return {
    wrongCode: (address) => {
      sweep();
      const isClass = seatsBehind(address) >= INTAKE.wrongCodeWhereSeatsPlay.perAddress.seatsLeast;
      return (isClass ? wrongInClass : wrong).take(address);
    },
    join: (code, address) => {
      sweep();
      // The address first: what it asks for in vain must not use up what the others of its class may.
      const waitMs = byAddress.take(address);
      return waitMs > 0 ? waitMs : byCode.take(code);
    },
  };
}
