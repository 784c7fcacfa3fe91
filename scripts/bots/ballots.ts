import { stopsNow } from '../../shared/bots/bot-stops.ts';
import { chooseAmong } from '../../shared/bots/choose.ts';
import { createRng, seedFrom } from '../../shared/math/rng.ts';
import type { StudentView } from '../../shared/projection/views.ts';
import type { BotStrategy } from '../../shared/session/events.ts';
import { VOTES, type Vote } from '../../shared/session/stages.ts';
import { handIn } from './ask.ts';
import type { Member } from './member.ts';
import type { Tally } from './tally.ts';

/** What a rehearsed student hands in where nobody nudges, from what its phone shows. */
export type Ballots = {
  /** Says what it expects of the learning rate it is told. */
  readonly vote: () => Promise<void>;
  /** Stops the machine, once, where it would; asked after each of its steps. */
  readonly maybeStop: (entered: number) => Promise<void>;
  /** Bets on the animal in hand. */
  readonly bet: () => Promise<void>;
};

/** What somebody who has seen a few learning rates expects. */
const EXPECTED = { slowBelow: 0.1, explodesAbove: 2 } as const;
/** A picture tells people; a phone's numbers tell a rehearsed student nothing. */
const NO_IDEA: BotStrategy = { kind: 'random', wrong: 0 };

export function createBallots(
  member: Member<StudentView>,
  strategy: BotStrategy,
  seed: readonly (string | number)[],
  tally: Tally,
): Ballots {
  let stopped: number | null = null;
  return {
    vote: async () => {
      const { round, machine } = await member.until((view) => view.round?.phase.kind === 'vote');
      const rng = createRng(seedFrom(...seed, 'vote', round?.id ?? 0));
      const likely = VOTES.indexOf(expectation(machine?.learningRate ?? 0));
      const vote = VOTES[chooseAmong(strategy, likely, VOTES.length, rng)] ?? 'slow';
      if (await handIn(member, { kind: 'vote', round: round?.id, vote }, tally)) tally.voted();
    },
    maybeStop: async (entered) => {
      if (stopped === entered) return;
      const { round, machine, stage } = member.view();
      const rng = createRng(seedFrom(...seed, 'stop', entered));
      const losses = machine?.machineCurve.losses ?? [];
      if (round === null || !stopsNow(strategy, losses, stage?.roundsPlanned ?? 1, rng)) return;
      stopped = entered;
      if (await handIn(member, { kind: 'stop', round: round.id }, tally)) tally.stopped();
    },
    bet: async () => {
      const view = await member.until(({ round }) => round?.phase.kind === 'bet');
      const animal = view.test?.index ?? 0;
      const rng = createRng(seedFrom(...seed, 'bet', view.round?.id ?? 0, animal));
      const answer = chooseAmong(NO_IDEA, 0, view.class.classNames.length, rng);
      if (await handIn(member, { kind: 'bet', round: view.round?.id, animal, answer }, tally)) tally.bet();
    },
  };
}

function expectation(learningRate: number): Vote {
  if (learningRate < EXPECTED.slowBelow) return 'slow';
  return learningRate > EXPECTED.explodesAbove ? 'explodes' : 'fast';
}
