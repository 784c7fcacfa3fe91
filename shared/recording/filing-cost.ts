import type { SessionEvent } from '../session/events.ts';
import type { SeatMap } from '../session/seat-map.ts';
import type { Round, SessionState } from '../session/state.ts';

/**
 * How many entries `evolve` copies to file an event: nothing in a state is changed in place. A class costs little; a
 * file made to be slow could let every event copy tables that a million others have filled, and stops here instead.
 */
export function filingCost(state: SessionState, event: SessionEvent): number {
  const round = state.activity.kind === 'stage' ? state.activity.round : null;
  switch (event.type) {
    case 'nudged':
    case 'arrow-guessed':
      return ofOneSeat(state, round) + state.parameters.length;
    case 'voted':
    case 'stopped':
    case 'bet-placed':
      return ofOneSeat(state, round) + (handedInTable(state)?.copied ?? 0);
    case 'point-drawn':
    case 'point-erased':
      return state.seats.copied + points(state);
    case 'drawing-cleared':
      return points(state);
    case 'seat-joined':
    case 'seat-admitted':
    case 'seat-reclaimed':
    case 'seat-connected':
    case 'seat-disconnected':
    case 'seat-minded':
    case 'seat-restored':
      return state.seats.copied;
    case 'seat-left':
    case 'seat-removed':
    case 'seat-muted':
      return state.seats.copied + standing(round) + handedIn(state) + points(state);
    case 'step-taken':
      return state.history.length + state.seats.size + standing(round);
    case 'step-taken-back':
    case 'stage-entered':
    case 'went-back':
    case 'descended':
      return state.history.length;
    case 'animal-answered':
      return handedIn(state);
    case 'parameter-reassigned':
      return state.reassignments.length;
    case 'session-opened':
    case 'session-ended':
    case 'code-changed':
    case 'session-locked':
    case 'newcomers-held':
    case 'settings-changed':
    case 'roster-changed':
    case 'teacher-came':
    case 'teacher-went':
    case 'ownership-changed':
    case 'round-opened':
    case 'phase-entered':
    case 'clock-set':
    case 'stops-revealed':
    case 'example-explained':
    case 'gradient-checked':
    case 'screen-blanked':
    case 'parameter-spotlighted':
    case 'drawing-settled':
    case 'drawing-reopened':
      return 1;
  }
}

/** An entry of one seat, and how much it has handed in. */
function ofOneSeat({ seats }: SessionState, round: Round | null): number {
  return seats.copied + (round?.nudgeCounts.copied ?? 0);
}

/** What the class has drawn. */
function points({ drawing }: SessionState): number {
  return drawing?.points.length ?? 0;
}

/** Proposals of the running round. */
function standing(round: Round | null): number {
  return round === null ? 0 : [...round.nudges.values()].reduce((sum, by) => sum + by.size, 0);
}

/** What the class has voted, stopped at or bet, and animals that were answered. */
function handedIn(state: SessionState): number {
  const { activity } = state;
  const ballot = activity.kind === 'stage' ? activity.ballot : null;
  const answered = ballot?.kind === 'bets' ? ballot.answered.length : 0;
  return (handedInTable(state)?.size ?? 0) + answered;
}

function handedInTable({ activity }: SessionState): SeatMap<unknown> | null {
  const ballot = activity.kind === 'stage' ? activity.ballot : null;
  switch (ballot?.kind) {
    case 'votes':
      return ballot.votes;
    case 'stops':
      return ballot.stops;
    case 'bets':
      return ballot.bets;
    case 'none':
    case undefined:
      return null;
  }
}
