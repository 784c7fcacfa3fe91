import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import { createBuckets } from './bucket.ts';

/** Who has shown a token and is about to come in. */
export type Visit = { readonly session: string; readonly seat: number | null };

/** Paces those who come in: each costs a picture of the whole class. Nobody who has a token is turned away. */
export type Visits = {
  /** Resolves when it may come in: false where a newer connection of the same seat has come meanwhile. */
  readonly arrive: (visit: Visit) => Promise<boolean>;
  readonly forgetFull: () => void;
};

export function createVisits(clock: ServerClock, wait: (ms: number) => Promise<unknown>): Visits {
  const bySeat = createBuckets<string>(INTAKE.visit.perSeat, clock);
  const bySession = createBuckets<string>(INTAKE.visit.perSession, clock);
  const waiting = new Map<string, symbol>();

  function waitMsOf(session: string, seat: string | null): number {
    const mayCome = seat === null || bySeat.take(seat) === 0;
    if (!mayCome) return INTAKE.visit.perSeat.waitMs;
    return bySession.take(session) === 0 ? 0 : INTAKE.visit.perSession.waitMs;
  }

  return {
    arrive: async ({ session, seat: number }) => {
      const seat = number === null ? null : `${session}/${number}`;
      const ms = waitMsOf(session, seat);
      if (seat === null) {
        if (ms > 0) await wait(ms);
        return true;
      }
      if (ms === 0) {
        waiting.delete(seat);
        return true;
      }
      const turn = Symbol(seat);
      waiting.set(seat, turn);
      await wait(ms);
      const isNewest = waiting.get(seat) === turn;
      if (isNewest) waiting.delete(seat);
      return isNewest;
    },
    forgetFull: () => {
      bySeat.forgetFull();
      bySession.forgetFull();
    },
  };
}
