import type { SeatNumber } from '../../shared/session/ids.ts';
import type { SessionState } from '../../shared/session/state.ts';

/** Knows since when each absent student is away. Bots are never away, and who was removed is not waited for. */
export type Absences = {
  /** The seats whose grace is over now; each is named once an absence. */
  readonly over: (state: SessionState, nowMs: number) => readonly SeatNumber[];
};

export function createAbsences(): Absences {
  let looked: SessionState['seats'] | null = null;
  const sinceMs = new Map<SeatNumber, number>();
  const named = new Set<SeatNumber>();

  function look(state: SessionState, nowMs: number): void {
    if (state.seats === looked) return;
    looked = state.seats;
    for (const { seat, bot, membership, presence } of state.seats.values()) {
      const away = bot === null && membership === 'seated' && presence === 'absent';
      if (away && !sinceMs.has(seat)) sinceMs.set(seat, nowMs);
      if (!away) {
        sinceMs.delete(seat);
        named.delete(seat);
      }
    }
  }

  return {
    over: (state, nowMs) => {
      look(state, nowMs);
      const graceMs = state.settings.absenceGraceSeconds * 1_000;
      const over = [...sinceMs].filter(([seat, since]) => !named.has(seat) && nowMs - since >= graceMs);
      return over.map(([seat]) => {
        named.add(seat);
        return seat;
      });
    },
  };
}
