import { backward } from '../../shared/network/backward.ts';
import { evaluate } from '../../shared/network/evaluate.ts';
import { gradientDescent } from '../../shared/network/moves.ts';
import type { Candidate, Laid } from './candidate.ts';

/** How the machine's run of a `stop` stage goes. Rounds count from 0, the start. */
export type Turn = {
  readonly learningRate: number;
  /** The round of the lowest validation error, and how much higher it is after the last. */
  readonly best: number;
  readonly rise: number;
  readonly accuracyAtBest: number;
  readonly accuracyAtEnd: number;
  readonly trainingAtEnd: number;
  /** The rise at a learning rate three quarters as large, and at one a third larger. */
  readonly riseSlower: number;
  readonly riseFaster: number;
};

const ROUNDS = 60;
const LEARNING_RATES = [0.5, 1, 1.5, 2] as const;

/**
 * The learning rate at which the class sees a turn to remember, or null: new examples get better for some rounds, then
 * worse and worse, while the seen ones get ever better until all are right. The turn must not hang on the last
 * digit of the learning rate.
 */
export function judgeStop(candidate: Candidate, laid: Laid): Turn | null {
  const found = LEARNING_RATES.flatMap((learningRate): readonly Turn[] => {
    const run = descend(candidate, laid, learningRate);
    if (!isMemorable(run)) return [];
    const slower = descend(candidate, laid, learningRate * 0.75);
    const faster = descend(candidate, laid, (learningRate * 4) / 3);
    if (!turns(slower) || !turns(faster)) return [];
    return [
      {
        learningRate,
        best: run.best,
        rise: run.rise,
        accuracyAtBest: run.accuracies[run.best] ?? 0,
        accuracyAtEnd: run.accuracies[ROUNDS] ?? 0,
        trainingAtEnd: run.training[ROUNDS] ?? 0,
        riseSlower: slower.rise,
        riseFaster: faster.rise,
      },
    ];
  });
  return found.sort((a, b) => b.rise - a.rise)[0] ?? null;
}

type Run = {
  readonly best: number;
  readonly rise: number;
  readonly accuracies: readonly number[];
  readonly training: readonly number[];
  readonly trainingAccuracy: number;
};

/** What a class must see at the least: the best round in good time, and well worse by the end. */
function turns({ best, rise }: Run): boolean {
  return best >= 4 && best <= 25 && rise >= 1.25;
}

function isMemorable({ best, rise, accuracies, training, trainingAccuracy }: Run): boolean {
  const accuracy = accuracies[best] ?? 0;
  const rises = training.filter((loss, round) => round > 0 && loss > (training[round - 1] ?? 0)).length;
  return (
    best >= 5 &&
    best <= 16 &&
    rise >= 1.4 &&
    accuracy >= 0.72 &&
    accuracy - (accuracies[ROUNDS] ?? 0) >= 0.03 &&
    trainingAccuracy === 1 &&
    rises === 0
  );
}

function descend({ start }: Candidate, { topology, training, validation }: Laid, learningRate: number): Run {
  let parameters: Float64Array = Float64Array.from(start);
  const fresh = [evaluate(topology, parameters, validation)];
  const seen = [evaluate(topology, parameters, training)];
  for (let round = 1; round <= ROUNDS; round++) {
    const { gradient } = backward(topology, parameters, training);
    parameters = gradientDescent(parameters, gradient, learningRate).parameters;
    fresh.push(evaluate(topology, parameters, validation));
    seen.push(evaluate(topology, parameters, training));
  }
  const losses = fresh.map(({ loss }) => loss);
  const best = losses.indexOf(Math.min(...losses));
  return {
    best,
    rise: (losses[ROUNDS] ?? 0) / (losses[best] ?? 1),
    accuracies: fresh.map(({ accuracy }) => accuracy),
    training: seen.map(({ loss }) => loss),
    trainingAccuracy: seen[ROUNDS]?.accuracy ?? 0,
  };
}
