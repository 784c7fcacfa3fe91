import { createRng, seedFrom } from '../math/rng.ts';
import type { SessionEvent } from '../session/events.ts';
import { materialOf } from '../session/setup.ts';
import { VOTES } from '../session/stages.ts';
import type { Seat, SessionState, Stage } from '../session/state.ts';
import { counts } from '../session/waiting.ts';
import { chooseAmong } from './choose.ts';
import { foresee } from './foresee.ts';
import { likeTheNearest } from './nearest.ts';

/** What every bot of the class expects of the learning rate, as facts of the running round. */
export function botVotes(state: SessionState, stage: Stage, round: number): readonly SessionEvent[] {
  const bots = botsOf(state);
  if (bots.length === 0) return [];
  const expected = VOTES.indexOf(foresee(state, stage));
  return bots.map(({ seat, bot }) => {
    const rng = createRng(seedFrom(state.setup.seed, 'vote', round, seat));
    const vote = VOTES[chooseAmong(bot, expected, VOTES.length, rng)] ?? 'slow';
    return { type: 'voted', seat, round, vote, intent: null };
  });
}

/** What every bot bets on an animal: no bot knows what it is, but each has seen the others. */
export function botBets(
  state: SessionState,
  stage: Stage,
  round: number,
  animal: number,
): readonly SessionEvent[] {
  const { data } = materialOf(state.setup, stage.index);
  const { output } = stage.network;
  const example = data.test[animal];
  if (example === undefined) return [];
  const likely = likeTheNearest(data.training, example.features, output);
  return botsOf(state).map(({ seat, bot }) => {
    const rng = createRng(seedFrom(state.setup.seed, 'bet', round, animal, seat));
    const answer = chooseAmong(bot, likely, data.classNames.length, rng);
    return { type: 'bet-placed', seat, round, animal, answer, intent: null };
  });
}

type Bot = Seat & { readonly bot: NonNullable<Seat['bot']> };

/** The bots whose word counts. */
export function botsOf(state: SessionState): readonly Bot[] {
  return [...state.seats.values()].flatMap((seat) =>
    seat.bot !== null && counts(seat) ? [{ ...seat, bot: seat.bot }] : [],
  );
}
