import { DATA_SETS, MADE_UP_IDS, type DataSetId } from '../../shared/datasets/catalogue.ts';
import type { DataPlan } from '../../shared/datasets/data-plan.ts';
import { makeDataSet } from '../../shared/datasets/make-data-set.ts';
import { createRng, seedFrom, type Rng } from '../../shared/math/rng.ts';
import { createBatch, type Batch } from '../../shared/network/batch.ts';
import { evaluate } from '../../shared/network/evaluate.ts';
import { createTopology, type NetworkSpec, type Topology } from '../../shared/network/topology.ts';

/** Data and a start that a lesson might be pinned to. */
export type Candidate = {
  readonly network: NetworkSpec;
  readonly data: DataPlan;
  readonly start: readonly number[];
};

/** What is asked of a candidate, and among what it is drawn. */
export type CandidateRange = {
  readonly data: DataSetId;
  readonly hidden: readonly (readonly number[])[];
  readonly training: readonly number[];
  readonly noise: readonly number[];
  /** Weights and biases are drawn from ± one of these, with two decimals for students to read. */
  readonly reach: readonly number[];
};

/** A candidate laid out for computing. */
export type Laid = {
  readonly topology: Topology;
  readonly training: Batch;
  readonly validation: Batch;
};

const DATA_SEEDS = 5000;
/** Measured penguins are few; what is made up has no end. */
const FRESH = { made: 120, measured: 60 } as const;
/** How far from chance a start may answer. */
const NEAR_CHANCE = 0.05;

/** The candidate of a number: the same number, the same candidate. */
export function drawCandidate(range: CandidateRange, seed: number, attempt: number): Candidate {
  const rng = createRng(seedFrom('find-start', range.data, seed, attempt));
  const data = drawPlan(range, rng);
  const { featureNames, classNames } = DATA_SETS[range.data];
  const isSoftmax = classNames.length > 2;
  const network: NetworkSpec = {
    sizes: [featureNames.length, ...oneOf(range.hidden, rng), isSoftmax ? classNames.length : 1],
    hidden: 'tanh',
    output: isSoftmax ? 'softmax' : 'tanh',
    loss: isSoftmax ? 'categorical-cross-entropy' : 'half-squared-error',
  };
  const reach = oneOf(range.reach, rng);
  const { parameterCount } = createTopology(network);
  const start = Array.from(
    { length: parameterCount },
    () => Math.round((2 * rng.next() - 1) * reach * 100) / 100 + 0,
  );
  return { network, data, start };
}

export function layOut({ network, data }: Candidate): Laid {
  const topology = createTopology(network);
  const { training, validation } = makeDataSet(data, network.output);
  return {
    topology,
    training: createBatch(topology, training),
    validation: createBatch(topology, validation),
  };
}

/** The share of right answers of somebody who guesses: one in as many as there are classes. */
export function chanceOf(data: DataSetId): number {
  return 1 / DATA_SETS[data].classNames.length;
}

/** Whether a start answers as one who guesses, on what is seen and on what is new. */
export function isNearChance({ start }: Candidate, laid: Laid, chance: number): boolean {
  return [laid.training, laid.validation].every((batch) => {
    const { accuracy } = evaluate(laid.topology, start, batch);
    return Math.abs(accuracy - chance) <= Math.max(NEAR_CHANCE, 1 / batch.count);
  });
}

function drawPlan(range: CandidateRange, rng: Rng): DataPlan {
  const seed = rng.below(DATA_SEEDS);
  const training = oneOf(range.training, rng);
  const id = MADE_UP_IDS.find((known) => known === range.data);
  if (id !== undefined) {
    const sizes = { training, validation: FRESH.made, test: FRESH.made };
    return { id, seed, sizes, noise: oneOf(range.noise, rng) };
  }
  const measured = range.data === 'penguins4' ? range.data : 'penguins';
  return { id: measured, seed, sizes: { training, validation: FRESH.measured, test: FRESH.measured } };
}

function oneOf<Item>(items: readonly Item[], rng: Rng): Item {
  const item = items[rng.below(items.length)];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}
