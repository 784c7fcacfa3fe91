import type { DataPlan } from '../datasets/data-plan.ts';
import { makeDataSet } from '../datasets/make-data-set.ts';
import { startNearChance } from '../datasets/start-near-chance.ts';
import { backward } from '../network/backward.ts';
import { lossOf } from '../network/evaluate.ts';
import { gradientDescent } from '../network/moves.ts';
import { createTopology, type NetworkSpec, type Topology } from '../network/topology.ts';
import type { DataSplit } from '../datasets/example.ts';
import type { LessonMaterial } from './lesson-problems.ts';

/** A plan of examples that exist. */
export type ReadyPlan = Exclude<DataPlan, { id: 'drawn' }>;

/** Neurons of the hidden layer that learns by heart: more than the few examples need. */
const NEURONS_LEAST = 6;
/** A little further apart than the lesson's, so that learning them by heart does not help with new ones. */
const MORE_NOISE = 1.4;
const NOISE_MOST = 3;

const TRIES = 24;
const ROUNDS = 60;
const TURN = { earliest: 4, latest: 30, worse: 1.25 } as const;

/**
 * What `stop` is played on: a few of the lesson's examples, a network that can learn them by heart, and a start from
 * which a machine shows the turn: error on new examples falls, then rises. The first of some seeds that turn is taken,
 * else the one that turns most: no data of a teacher's own can promise more.
 */
export function fewExamples(
  plan: ReadyPlan,
  { network, classes }: { readonly network: NetworkSpec; readonly classes: number },
  { examples, learningRate }: { readonly examples: number; readonly learningRate: number },
): LessonMaterial {
  const [inputs = 1, ...rest] = network.sizes;
  const outputs = rest.pop() ?? 1;
  const larger: NetworkSpec = {
    ...network,
    sizes: [inputs, Math.max(NEURONS_LEAST, ...rest), outputs],
    hidden: network.hidden === 'linear' ? 'tanh' : network.hidden,
  };
  const topology = createTopology(larger);
  let best: { readonly material: LessonMaterial; readonly turn: number } | null = null;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const data = fewer(plan, examples, attempt);
    const made = makeDataSet(data, larger.output);
    const start = startNearChance(topology, made.training, classes, data.seed);
    const material = { network: larger, data, start };
    const turn = turnOf(topology, made, start, learningRate);
    if (turn >= TURN.worse) return material;
    if (best === null || turn > best.turn) best = { material, turn };
  }
  if (best === null) throw new RangeError(`${TRIES} tries should have given a material`);
  return best.material;
}

function fewer(plan: ReadyPlan, training: number, attempt: number): ReadyPlan {
  const few = { ...plan, seed: plan.seed + attempt, sizes: { ...plan.sizes, training } };
  return 'noise' in few ? { ...few, noise: Math.min(NOISE_MOST, few.noise * MORE_NOISE) } : few;
}

/** How many times its best the error on new examples is after the last round; 0 where the best comes too early or too late. */
function turnOf(
  topology: Topology,
  { training, validation }: DataSplit,
  start: readonly number[],
  learningRate: number,
): number {
  let parameters: Float64Array = Float64Array.from(start);
  const losses = [lossOf(topology, parameters, validation)];
  for (let round = 1; round <= ROUNDS; round++) {
    const { gradient } = backward(topology, parameters, training);
    parameters = gradientDescent(parameters, gradient, learningRate).parameters;
    losses.push(lossOf(topology, parameters, validation));
  }
  const least = Math.min(...losses);
  const best = losses.indexOf(least);
  if (best < TURN.earliest || best > TURN.latest || least <= 0) return 0;
  return (losses[ROUNDS] ?? 0) / least;
}
