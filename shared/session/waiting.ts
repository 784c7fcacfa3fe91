import type { SeatNumber } from './ids.ts';
import { parametersOf, type Round, type Seat, type SessionState } from './state.ts';

/** Whether a seat's nudges count: it belongs to the class and is not muted. */
export function counts(seat: Seat | undefined): boolean {
  return seat !== undefined && seat.membership === 'seated' && !seat.muted;
}

/** Whether the caretaker minds what this seat owns. */
export function isMinded(seat: Seat | undefined): boolean {
  return seat === undefined || !counts(seat) || seat.presence === 'minded';
}

/** The seats the round waits for: owners who are here and whose nudges count. */
export function expectedSeats(state: SessionState): readonly SeatNumber[] {
  const owners = new Set(state.owners.flat());
  return [...state.seats.values()]
    .filter((seat) => counts(seat) && seat.presence === 'present' && owners.has(seat.seat))
    .map((seat) => seat.seat);
}

/** Whether a seat has proposed for every parameter it owns. */
export function hasProposed(state: SessionState, round: Round, seat: SeatNumber): boolean {
  const own = parametersOf(state.owners, seat);
  return own.length > 0 && own.every((parameter) => round.nudges.get(parameter)?.has(seat) === true);
}

/** How many of the seats the round waits for have proposed. */
export function proposalProgress(
  state: SessionState,
  round: Round,
): { readonly proposed: number; readonly expected: number } {
  const expected = expectedSeats(state);
  return {
    expected: expected.length,
    proposed: expected.filter((seat) => hasProposed(state, round, seat)).length,
  };
}

const NINETY_PERCENT = 0.9;

/** Whether the round closes by itself now. A class of bots alone waits for its teacher. */
export function everybodyHasProposed(state: SessionState, round: Round): boolean {
  const expected = expectedSeats(state);
  if (!expected.some((seat) => state.seats.get(seat)?.bot === null)) return false;
  const { proposed } = proposalProgress(state, round);
  switch (state.settings.closeRule) {
    case 'all':
      return proposed === expected.length;
    case 'ninety-percent':
      return proposed >= expected.length * NINETY_PERCENT;
    case 'teacher':
      return false;
  }
}
