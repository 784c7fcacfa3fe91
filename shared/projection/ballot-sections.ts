import type { AnimalAnswered } from '../session/machine-events.ts';
import { courseOf } from '../session/course.ts';
import { materialOf } from '../session/setup.ts';
import { runningRound, runningStage, type SessionState } from '../session/state.ts';
import { counts } from '../session/waiting.ts';
import type { StopSection, TestSection } from './views.ts';

/** How many have stopped; what they stopped at, and the new examples' error, once it is revealed. */
export function stopSection(state: SessionState): StopSection {
  const ballot = state.activity.kind === 'stage' ? state.activity.ballot : null;
  if (ballot?.kind !== 'stops') return null;
  const { revealed } = ballot;
  return {
    stopped: [...ballot.stops.keys()].filter((seat) => counts(state.seats.get(seat))).length,
    revealed:
      revealed === null
        ? null
        : {
            seen: revealed.seen,
            validation: revealed.validation,
            best: revealed.best,
            gap: revealed.gap,
            patience: revealed.patience,
            stops: revealed.stops,
          },
  };
}

/** The animal in hand: its features while the class bets, what it was only with the network's answer. */
export function testSection(state: SessionState): TestSection {
  const stage = runningStage(state);
  const ballot = state.activity.kind === 'stage' ? state.activity.ballot : null;
  if (stage === null || ballot?.kind !== 'bets') return null;
  const phase = runningRound(state)?.phase;
  const { test } = materialOf(state.setup, stage.index).data;
  const animal = phase?.kind === 'bet' || phase?.kind === 'answer' ? phase.animal : null;
  const answered = ballot.answered[ballot.answered.length - 1];
  return {
    animal: animal === null ? null : (test[animal]?.features ?? null),
    index: animal ?? ballot.answered.length,
    of: courseOf(state, stage).animals,
    bets: ballot.bets.size,
    answer: phase?.kind !== 'answer' || answered === undefined ? null : answerOf(answered),
    score: scoreOf(ballot.answered),
  };
}

function answerOf({ outputs, predicted, truth, bets }: AnimalAnswered): NonNullable<TestSection>['answer'] {
  return { outputs, predicted, truth, bets };
}

function scoreOf(answered: readonly AnimalAnswered[]): NonNullable<TestSection>['score'] {
  return {
    class: answered.filter(({ bets, truth }) => mostBetOn(bets) === truth).length,
    network: answered.filter(({ predicted, truth }) => predicted === truth).length,
    of: answered.length,
  };
}

/** What most of the class had bet on; null where it could not agree, or nobody had. */
function mostBetOn(bets: readonly number[]): number | null {
  const most = Math.max(...bets);
  const [first, ...others] = bets.flatMap((count, index) => (count === most ? [index] : []));
  return most === 0 || first === undefined || others.length > 0 ? null : first;
}
