import { refusal, type Refusal } from './refusals.ts';
import type { SeatNumber } from './ids.ts';
import { LIMITS } from './limits.ts';
import { isAway, type Seat, type SessionState } from './state.ts';

/** Those who wait to be let in, the first who came first. */
export function waitingSeats(state: SessionState): readonly Seat[] {
  return [...state.seats.values()].filter((seat) => seat.membership === 'waiting');
}

/** Why nobody can join now, or null. Who waits takes a place too, or a crowd could ask for places without end. */
export function whyNoNewcomer(state: SessionState, waits: boolean): Refusal | null {
  if (state.locked) return refusal('session-locked');
  const here = [...state.seats.values()].filter(
    ({ membership }) => membership === 'seated' || membership === 'waiting',
  );
  if (here.length >= state.setup.seatCap) return refusal('session-full');
  const waiting = here.filter(({ membership }) => membership === 'waiting').length;
  return waits && waiting >= LIMITS.waitingMost ? refusal('slow-down', LIMITS.waitingFullMs) : null;
}

/** Whose key opens a seat: its own, or that of the last one whom the teacher believed that it was theirs. */
export function keyTo(state: SessionState, number: SeatNumber): SeatNumber {
  let key = number;
  for (const { seat, became } of state.seats.values()) if (became === number) key = seat;
  return key;
}

/** The seat of an absent student that somebody may say was theirs; null for any other. */
export function claimable(state: SessionState, number: number): Seat | null {
  const seat = [...state.seats.values()].find((one) => one.seat === number);
  return seat !== undefined && seat.bot === null && isAway(seat) ? seat : null;
}
