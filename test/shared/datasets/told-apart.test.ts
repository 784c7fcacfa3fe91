import { describe, expect, it } from 'vitest';
import type { DataPlan } from '../../../shared/datasets/data-plan.ts';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import type { NetworkSpec } from '../../../shared/network/topology.ts';
import { bestLine, bestThreshold } from './simple-classifiers.ts';
import { accuracyOf, trained } from './trained.ts';

/** What each data set is there to show: what is not enough to tell its classes apart, and what is. */
type Claim = {
  readonly id: Extract<DataPlan, { noise: number }>['id'];
  /** The share of right answers of the best cut through one feature: from, to. */
  readonly threshold: readonly [from: number, to: number];
  /** The same of a straight line, or of a network without hidden neurons where there is no plane to draw it on. */
  readonly line: readonly [from: number, to: number];
  /** A network that does it, and how well on examples it never saw. */
  readonly enough: { readonly sizes: readonly number[]; readonly least: number; readonly steps?: number };
  /** A network that is too small for it. */
  readonly tooSmall?: { readonly sizes: readonly number[]; readonly most: number };
};

const CLAIMS: readonly Claim[] = [
  { id: 'line', threshold: [0.94, 0.98], line: [0.94, 0.98], enough: { sizes: [1, 1], least: 0.94 } },
  {
    id: 'pets4',
    threshold: [0.7, 0.78],
    line: [0.7, 0.84],
    enough: { sizes: [4, 3, 1], least: 0.93 },
  },
  {
    id: 'circle',
    threshold: [0.6, 0.7],
    line: [0.6, 0.7],
    enough: { sizes: [2, 4, 1], least: 0.94 },
    tooSmall: { sizes: [2, 2, 1], most: 0.86 },
  },
  { id: 'moons', threshold: [0.8, 0.88], line: [0.84, 0.91], enough: { sizes: [2, 4, 1], least: 0.96 } },
  {
    id: 'spiral',
    threshold: [0.55, 0.7],
    line: [0.55, 0.7],
    enough: { sizes: [2, 12, 1], least: 0.94, steps: 4000 },
    tooSmall: { sizes: [2, 4, 1], most: 0.86 },
  },
];
const SEEDS = [1, 2, 3];

describe.each(CLAIMS)('the examples of $id', ({ id, threshold, line, enough, tooSmall }) => {
  const data = makeDataSet({ id, seed: 1, noise: 1, sizes: { training: 200, validation: 400, test: 2 } });
  const learnt = (sizes: readonly number[], from: number, steps = 1500): number =>
    accuracyOf(trained(networkOf(sizes), data.training, { from, steps }), data.validation);

  it('are told apart so far by one feature', () => {
    const best = bestThreshold(data.validation);
    expect(best).toBeGreaterThan(threshold[0]);
    expect(best).toBeLessThan(threshold[1]);
  });

  it('are told apart so far by something straight', () => {
    const features = data.validation[0]?.features.length ?? 0;
    const best = features > 2 ? learnt([features, 1], 1) : bestLine(data.validation);
    expect(best).toBeGreaterThan(line[0]);
    expect(best).toBeLessThan(line[1]);
  });

  it.each(SEEDS)('are learnt by a small network, from random start %i', (seed) => {
    expect(learnt(enough.sizes, seed, enough.steps)).toBeGreaterThanOrEqual(enough.least);
  });

  if (tooSmall === undefined) return;
  it('are too much for a smaller one', () => {
    for (const seed of SEEDS) expect(learnt(tooSmall.sizes, seed)).toBeLessThan(tooSmall.most);
  });
});

function networkOf(sizes: readonly number[]): NetworkSpec {
  return { sizes, hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' };
}
