import { createRng, seedFrom, type Rng } from '../math/rng.ts';
import type { BotStrategy, SessionEvent } from '../session/events.ts';
import { lineage } from '../session/lineage.ts';
import type { SessionState, Stage } from '../session/state.ts';
import { botsOf } from './bot-ballots.ts';

/** Rounds a bot looks back at, at least, and how many more at most. */
const LOOK_BACK_LEAST = 3;
const LOOK_BACK_SPREAD = 4;
/** The error has to have fallen by this share of itself meanwhile. */
const WORTH_IT = 0.02;

/**
 * The bots that stop after this step of the machine. Like everybody they see the error of the seen examples only:
 * most stop when it hardly falls any more, some at random, and contrary ones when it is over.
 *
 * @param stage with the step counted in
 */
export function botStops(state: SessionState, stage: Stage, round: number): readonly SessionEvent[] {
  const ballot = state.activity.kind === 'stage' ? state.activity.ballot : null;
  if (ballot?.kind !== 'stops') return [];
  const waiting = botsOf(state).filter(({ seat }) => !ballot.stops.has(seat));
  if (waiting.length === 0) return [];
  const points = lineage(state.history);
  const losses = points.map(({ figures }) => figures.loss);
  const planned = state.setup.stages[stage.index]?.rounds ?? 1;
  return waiting.flatMap(({ seat, bot }): readonly SessionEvent[] => {
    const rng = createRng(seedFrom(state.setup.seed, 'stop', points[0]?.place ?? 0, seat));
    const stops = stopsNow(bot, losses, planned, rng);
    return stops ? [{ type: 'stopped', seat, round, played: stage.roundsPlayed, intent: null }] : [];
  });
}

/**
 * Whether somebody stops the machine after its last round.
 *
 * @param losses one for each of the machine's rounds, the start first
 * @param rng the same at each asking, so that a mind once made up stays so
 */
export function stopsNow(
  strategy: BotStrategy,
  losses: readonly number[],
  planned: number,
  rng: Rng,
): boolean {
  const played = losses.length - 1;
  const atRandom = strategy.kind === 'random' || rng.next() < strategy.wrong;
  if (atRandom) return played >= 1 + rng.below(planned);
  if (strategy.kind === 'contrary') return played >= planned;
  const lookBack = LOOK_BACK_LEAST + rng.below(LOOK_BACK_SPREAD);
  const before = losses[played - lookBack];
  const now = losses[played];
  return before !== undefined && now !== undefined && before - now < WORTH_IT * before;
}
