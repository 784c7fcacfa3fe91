import type { ServerClock } from '../clock.ts';
import { createBuckets } from '../net/bucket.ts';
import { HTTP_LIMITS } from './http-limits.ts';

/** Each says 0, or the milliseconds to wait. */
export type CodeGuard = {
  /** One more code from this address that does not exist. */
  readonly wrongCode: (address: string) => number;
  /** One more who wants a seat. */
  readonly join: (code: string, address: string) => number;
};

/**
 * Counts guesses and joins. A code that exists is answered however many wrong ones come from the same address:
 * behind it may be a whole school, with one pupil who guesses and thirty who were given their code.
 */
export function createCodeGuard(clock: ServerClock): CodeGuard {
  const wrong = createBuckets<string>(HTTP_LIMITS.wrongCodes, clock);
  const byAddress = createBuckets<string>(HTTP_LIMITS.joinsPerAddress, clock);
  const byCode = createBuckets<string>(HTTP_LIMITS.joinsPerCode, clock);
  let requests = 0;
  const sweep = (): void => {
    requests += 1;
    if (requests % HTTP_LIMITS.requestsBetweenSweeps !== 0) return;
    for (const buckets of [wrong, byAddress, byCode]) buckets.forgetFull();
  };
  return {
    wrongCode: (address) => {
      sweep();
      return wrong.take(address);
    },
    join: (code, address) => {
      sweep();
      return Math.max(byCode.take(code), byAddress.take(address));
    },
  };
}
