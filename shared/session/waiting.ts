import type { SeatNumber } from './ids.ts';
import type { Round, Seat, SessionState } from './state.ts';

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

/**
 * How many of the seats the round waits for have proposed for all they own. Asked after every nudge of a class of
 * up to a thousand, so it looks at each ownership once.
 */
export function proposalProgress(
  state: SessionState,
  round: Round,
): { readonly proposed: number; readonly expected: number } {
  const expected = new Set(expectedSeats(state));
  const missing = new Set<SeatNumber>();
  for (const [parameter, owners] of state.owners.entries()) {
    const by = round.nudges.get(parameter);
    for (const seat of owners) if (expected.has(seat) && by?.has(seat) !== true) missing.add(seat);
  }
  return { expected: expected.size, proposed: expected.size - missing.size };
}

const NINETY_PERCENT = 0.9;

/** Whether the round closes by itself now. A class of bots alone waits for its teacher. */
export function everybodyHasProposed(state: SessionState, round: Round): boolean {
  if (state.settings.closeRule === 'teacher') return false;
  const { proposed, expected } = proposalProgress(state, round);
  const enough = state.settings.closeRule === 'all' ? expected : expected * NINETY_PERCENT;
  return proposed >= enough && expectedSeats(state).some((seat) => state.seats.get(seat)?.bot === null);
}
