import { describe, expect, it } from 'vitest';
import { drawnNames, settlePoints, type DrawnPoint } from '../../../shared/datasets/drawn.ts';
import { namesOfPlan } from '../../../shared/datasets/data-plan.ts';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import { createRng, seedFrom } from '../../../shared/math/rng.ts';
import { evaluate } from '../../../shared/network/evaluate.ts';
import { createTopology, type NetworkSpec } from '../../../shared/network/topology.ts';
import { accuracyOf, trained } from './trained.ts';

const TWO: NetworkSpec = { sizes: [2, 4, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' };
const FOUR: NetworkSpec = {
  sizes: [2, 4, 4],
  hidden: 'tanh',
  output: 'softmax',
  loss: 'categorical-cross-entropy',
};

/** What a class of 30 draws when asked for groups: each class around a corner, two points a student. */
function corners(classes: number, each: number, seed = 1): readonly DrawnPoint[] {
  const rng = createRng(seedFrom('drawing', seed));
  return Array.from({ length: classes * each }, (_, index) => {
    const classIndex = index % classes;
    return {
      x: (classIndex % 2 === 0 ? -0.8 : 0.8) + 0.25 * rng.normal(),
      y: (classIndex < 2 ? 0.8 : -0.8) + 0.25 * rng.normal(),
      classIndex,
    };
  });
}

describe('points the class draws', () => {
  it('are none before anybody has drawn', () => {
    const plan = { id: 'drawn', seed: 1, classes: 3 } as const;
    expect(makeDataSet(plan)).toEqual({ training: [], validation: [], test: [] });
    expect(namesOfPlan(plan)).toEqual({
      featureNames: ['horizontal', 'vertical'],
      classNames: ['class-a', 'class-b', 'class-c'],
    });
    expect(drawnNames(4).classNames).toHaveLength(4);
  });

  it('are too few until every class has five: it is said how many are missing, and of which', () => {
    const drawn = [...corners(2, 4), { x: 0, y: 0, classIndex: 0 }];
    expect(settlePoints(drawn, { network: TWO, classes: 2, seed: 1 })).toEqual({
      ok: false,
      missing: [0, 1],
    });
    expect(settlePoints([], { network: FOUR, classes: 4, seed: 1 })).toEqual({
      ok: false,
      missing: [5, 5, 5, 5],
    });
  });

  it.each([
    [2, 5],
    [2, 30],
    [4, 5],
    [4, 15],
  ])('of %i classes with %i each are in all three parts, none twice, none lost', (classes, each) => {
    const network = classes === 2 ? TWO : FOUR;
    const points = corners(classes, each);
    const settled = settlePoints(points, { network, classes, seed: 3 });
    if (!settled.ok) throw new Error('these are enough points');
    const { training, validation, test } = settled.data;
    for (const part of [training, validation, test]) {
      expect(new Set(part.map(({ target }) => target.join())).size).toBe(classes);
    }
    const all = [...training, ...validation, ...test].map(({ features }) => features.join());
    expect(new Set(all).size).toBe(points.length);
  });

  it('are the same for the same seed, and stay where they were drawn', () => {
    const points = corners(2, 20);
    const one = settlePoints(points, { network: TWO, classes: 2, seed: 5 });
    expect(one).toEqual(settlePoints(points, { network: TWO, classes: 2, seed: 5 }));
    expect(one).not.toEqual(settlePoints(points, { network: TWO, classes: 2, seed: 6 }));
    if (!one.ok) throw new Error('these are enough points');
    const drawn = new Set(points.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`));
    for (const {
      features: [x = 0, y = 0],
    } of one.data.test) {
      expect(drawn).toContain(`${x.toFixed(3)} ${y.toFixed(3)}`);
    }
  });

  it.each([1, 2, 3, 4, 5])('start like chance, whatever was drawn, and can be learnt (seed %i)', (seed) => {
    for (const [network, classes] of [
      [TWO, 2],
      [FOUR, 4],
    ] as const) {
      const settled = settlePoints(corners(classes, 20, seed), { network, classes, seed });
      if (!settled.ok) throw new Error('these are enough points');
      const { data, start } = settled;
      const { accuracy } = evaluate(createTopology(network), start, data.training);
      expect(Math.abs(accuracy - 1 / classes)).toBeLessThanOrEqual(0.05);
      expect(accuracyOf(trained(network, data.training, { from: start }), data.test)).toBeGreaterThan(0.9);
    }
  });
});
