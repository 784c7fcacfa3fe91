import { chooseNudge } from '../../shared/bots/choose.ts';
import { createRng, seedFrom, type Rng } from '../../shared/math/rng.ts';
import { evaluate, lossOf } from '../../shared/network/evaluate.ts';
import { applyMoves } from '../../shared/network/moves.ts';
import { probeAll } from '../../shared/network/probe.ts';
import { usualPolicy } from '../../shared/network/step-policy.ts';
import { initialStepSizes, nextStepSizes } from '../../shared/network/steps.ts';
import type { BotStrategy } from '../../shared/session/events.ts';
import { aggregate } from '../../shared/session/nudges.ts';
import type { Candidate, Laid } from './candidate.ts';

/** How classes of 30 fare from a start: the share of right answers on new examples after 20 rounds. */
export type Fares = {
  readonly stepSize: number;
  readonly guess: number;
  readonly guessHighest: number;
  readonly keepIfBetter: number;
  readonly probe: number;
  readonly probeLowest: number;
  readonly probeAfterThree: number;
};

const ROUNDS = 20;
const CLASSES = 12;
const STUDENTS = 30;
const STEP_SIZES = [0.25, 0.35, 0.5] as const;

/** On average nudging at random must end as it began, by luck not far above; probing must get there whatever its luck. */
const LUCK = { average: 0.05, best: 0.15 } as const;
const PROBE_LEAST = 0.8;

/** The step size at which every stage teaches its lesson from this start, or null. */
export function judgeRounds(candidate: Candidate, laid: Laid, chance: number): Fares | null {
  const teaches = ({ guess, guessHighest, probeLowest }: Fares): boolean =>
    guess <= chance + LUCK.average && guessHighest <= chance + LUCK.best && probeLowest >= PROBE_LEAST;
  for (const stepSize of STEP_SIZES) {
    if (!teaches(faresOf(candidate, laid, stepSize, 3))) continue;
    const fares = faresOf(candidate, laid, stepSize, CLASSES);
    if (teaches(fares)) return fares;
  }
  return null;
}

function faresOf(candidate: Candidate, laid: Laid, stepSize: number, classes: number): Fares {
  const play = (strategy: BotStrategy, keepsBetter: boolean): readonly (readonly number[])[] =>
    Array.from({ length: classes }, (_, index) =>
      playClass(candidate, laid, { strategy, keepsBetter, stepSize, seed: index }),
    );
  const last = (plays: readonly (readonly number[])[]): readonly number[] =>
    plays.map((accuracies) => accuracies[ROUNDS] ?? 0);
  const guessing = last(play({ kind: 'random', wrong: 0 }, false));
  const probing = play({ kind: 'probing', wrong: 0.2 }, false);
  return {
    stepSize,
    guess: mean(guessing),
    guessHighest: Math.max(...guessing),
    keepIfBetter: mean(last(play({ kind: 'random', wrong: 0 }, true))),
    probe: mean(last(probing)),
    probeLowest: Math.min(...last(probing)),
    probeAfterThree: mean(probing.map((accuracies) => accuracies[3] ?? 0)),
  };
}

/** A class in a nutshell: every weight has its owners, all propose, all move; no seats, clocks or caretakers. */
function playClass(
  { start }: Candidate,
  { topology, training, validation }: Laid,
  {
    strategy,
    keepsBetter,
    stepSize,
    seed,
  }: {
    readonly strategy: BotStrategy;
    readonly keepsBetter: boolean;
    readonly stepSize: number;
    readonly seed: number;
  },
): readonly number[] {
  const rng = createRng(seedFrom('class', seed));
  const policy = usualPolicy('cooling', stepSize);
  let parameters: Float64Array = Float64Array.from(start);
  let stepSizes = initialStepSizes(policy, topology);
  const accuracies = [evaluate(topology, parameters, validation).accuracy];
  for (let round = 1; round <= ROUNDS; round++) {
    const loss = lossOf(topology, parameters, training);
    const probes = strategy.kind === 'random' ? [] : probeAll(topology, parameters, training, stepSizes);
    const multiples = topology.parameters.map(({ index }) =>
      aggregate(
        Array.from({ length: ownersOf(topology.parameterCount, rng) }, () =>
          chooseNudge(
            strategy,
            { loss, probe: () => probes[index] ?? { down: loss, up: loss }, gradient: () => 0 },
            rng,
          ),
        ),
        'mean',
      ),
    );
    const step = applyMoves(parameters, stepSizes, multiples);
    const isKept = !keepsBetter || lossOf(topology, step.parameters, training) <= loss;
    if (isKept) parameters = step.parameters;
    stepSizes = nextStepSizes(policy, stepSizes, step.moves, step.moves);
    accuracies.push(evaluate(topology, parameters, validation).accuracy);
  }
  return accuracies;
}

/** Thirty students share the weights out evenly: some have one owner more. */
function ownersOf(parameterCount: number, rng: Rng): number {
  const each = STUDENTS / parameterCount;
  return Math.max(1, Math.floor(each) + (rng.next() < each % 1 ? 1 : 0));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
