import { afterWrongGuess, isForgotten, type WrongGuesses } from '../auth/guess-delay.ts';
import { isTeacherKey } from '../auth/teacher-key.ts';
import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import { createBuckets } from '../net/bucket.ts';
import type { Refused } from './hall.ts';

export type KeyGuard = {
  /** The secret in an Authorization header; null where there is none. */
  readonly secretIn: (authorization: string | undefined) => string | null;
  readonly isKey: (secret: string) => boolean;
  /** Refuses a wrong secret, in its own time. */
  readonly refuse: (secret: string | null, address: string) => Promise<Refused>;
};

export type KeyGuardDeps = {
  readonly teacherKey: string;
  readonly clock: ServerClock;
  readonly wait: (ms: number) => Promise<void>;
};

/**
 * Keeps the teacher's door. Wrong keys are answered ever later; the right one at once, whatever else comes from
 * its address, so that a class that tries keys does not lock its teacher out.
 */
export function createKeyGuard({ teacherKey, clock, wait }: KeyGuardDeps): KeyGuard {
  const guesses = new Map<string, WrongGuesses>();
  const held = new Map<string, number>();
  const haste = createBuckets<string>(INTAKE.wrongKey.perAddress, clock);

  const hold = async (address: string, ms: number): Promise<void> => {
    const already = held.get(address) ?? 0;
    // Held answers cost memory; whoever has so many waiting gets the others at once, and wrong all the same.
    if (ms === 0 || already >= INTAKE.wrongKey.perAddress.answersHeldMost) return;
    held.set(address, already + 1);
    await wait(ms);
    const left = (held.get(address) ?? 1) - 1;
    if (left > 0) held.set(address, left);
    else held.delete(address);
  };

  return {
    secretIn: (authorization) => /^Bearer ([!-~]{1,256})$/u.exec(authorization ?? '')?.[1] ?? null,
    isKey: (secret) => isTeacherKey(teacherKey, secret),
    refuse: async (secret, address) => {
      if (secret === null) return { ok: false, error: 'wrong-key' };
      const nowMs = clock.nowMs();
      for (const [known, record] of guesses) if (isForgotten(record, nowMs)) guesses.delete(known);
      haste.forgetFull();
      const after = afterWrongGuess(guesses.get(address), nowMs);
      guesses.set(address, after.guesses);
      const ms = haste.take(address);
      await hold(address, after.delayMs);
      return ms === 0 ? { ok: false, error: 'wrong-key' } : { ok: false, error: 'slow-down', ms };
    },
  };
}
