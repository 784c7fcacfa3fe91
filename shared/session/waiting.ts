import type { SeatNumber } from './ids.ts';
import type { Round, Seat, SessionState } from './state.ts';

/** Whether what a seat hands in counts: it belongs to the class and is not muted. */
export function counts(seat: Seat | undefined): boolean {
  return seat !== undefined && seat.membership === 'seated' && !seat.muted;
}

/** Whether the caretaker minds what this seat owns. */
export function isMinded(seat: Seat | undefined): boolean {
  return seat === undefined || !counts(seat) || seat.presence === 'minded';
}

/** How far a phase is in which the class hands something in. */
export type HandingIn = {
  /** Seats that have, out of those that are waited for. */
  readonly proposed: number;
  readonly expected: number;
  /** Whether a student is among these: a class of bots alone waits for its teacher. */
  readonly anybody: boolean;
};

/** Who has nudged for all they own, voted, or bet; null in phases that wait for no seat. */
export function handingIn(state: SessionState, round: Round): HandingIn | null {
  switch (round.phase.kind) {
    case 'nudge':
      return nudging(state, round);
    case 'vote':
    case 'bet':
      return balloting(state);
    case 'predict':
    case 'compare':
    case 'backward':
    case 'adjust':
    case 'run':
    case 'reveal':
    case 'answer':
    case 'score':
      return null;
  }
}

const NINETY_PERCENT = 0.9;

/** Whether the phase closes by itself now. */
export function everybodyHasHandedIn(state: SessionState, round: Round): boolean {
  if (state.settings.closeRule === 'teacher') return false;
  const progress = handingIn(state, round);
  if (progress === null) return false;
  const { proposed, expected, anybody } = progress;
  const enough = state.settings.closeRule === 'all' ? expected : expected * NINETY_PERCENT;
  return anybody && proposed >= enough;
}

/** Asked after every nudge of a class of up to a thousand, so it looks at each ownership once. */
function nudging(state: SessionState, round: Round): HandingIn {
  const owners = new Set(state.owners.flat());
  const expected = waitedFor(state).filter(({ seat }) => owners.has(seat));
  const waited = new Set(expected.map(({ seat }) => seat));
  const missing = new Set<SeatNumber>();
  for (const [parameter, seats] of state.owners.entries()) {
    const by = round.nudges.get(parameter);
    for (const seat of seats) if (waited.has(seat) && by?.has(seat) !== true) missing.add(seat);
  }
  return progressOf(expected, missing.size);
}

/** Everybody who is here votes and bets, also who came too late for a weight. */
function balloting(state: SessionState): HandingIn {
  const expected = waitedFor(state);
  const handedIn = ballotSeats(state);
  return progressOf(expected, expected.filter(({ seat }) => !handedIn.has(seat)).length);
}

function ballotSeats({ activity }: SessionState): { readonly has: (seat: SeatNumber) => boolean } {
  const ballot = activity.kind === 'stage' ? activity.ballot : null;
  switch (ballot?.kind) {
    case 'votes':
      return ballot.votes;
    case 'bets':
      return ballot.bets;
    case 'stops':
    case 'none':
    case undefined:
      return new Set();
  }
}

function waitedFor(state: SessionState): readonly Seat[] {
  return [...state.seats.values()].filter((seat) => counts(seat) && seat.presence === 'present');
}

function progressOf(expected: readonly Seat[], missing: number): HandingIn {
  return {
    proposed: expected.length - missing,
    expected: expected.length,
    anybody: expected.some(({ bot }) => bot === null),
  };
}
