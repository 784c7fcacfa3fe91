import type { NetworkSpec } from '../../shared/network/topology.ts';
import { aggregate } from '../../shared/session/nudges.ts';
import { runningRound, type Round, type SessionState } from '../../shared/session/state.ts';

/** The player's own reading of a state: nothing is hidden from whoever looks back. */

/** The network the class has, had, or is about to have. */
export function networkOf({ activity, setup }: SessionState): NetworkSpec {
  switch (activity.kind) {
    case 'lobby':
      return setup.network;
    case 'stage':
      return activity.stage.network;
    case 'ended':
      return activity.stage?.network ?? setup.network;
  }
}

/** Which way each weight is to go or went, and what these ways are. */
export type Moves = {
  readonly kind: 'proposed' | 'moved' | 'takenBack';
  /** Per parameter, signed; null where nobody has proposed anything. */
  readonly ways: readonly (number | null)[];
};

/** What the class proposes as long as the round is open, then what came of it; null before anybody proposed. */
export function movesOf(state: SessionState): Moves | null {
  const round = runningRound(state);
  if (round === null) return null;
  if (round.outcome !== null)
    return { kind: round.outcome.takenBack ? 'takenBack' : 'moved', ways: round.outcome.step.moves };
  return round.nudges.size === 0 ? null : { kind: 'proposed', ways: proposed(state, round) };
}

function proposed({ parameters, settings }: SessionState, { nudges }: Round): Moves['ways'] {
  return parameters.map((_, parameter) => {
    const all = nudges.get(parameter);
    return all === undefined ? null : aggregate([...all.values()], settings.aggregation);
  });
}

/** Of the round's nudges, how many went the way of the gradient; null until its step, or where nobody nudged. */
export function agreementOf(
  state: SessionState,
): { readonly agreed: number; readonly nudges: number } | null {
  const seats = runningRound(state)?.outcome?.step.seats ?? [];
  const nudges = seats.reduce((sum, seat) => sum + seat.nudges, 0);
  return nudges === 0 ? null : { agreed: seats.reduce((sum, seat) => sum + seat.agreed, 0), nudges };
}
