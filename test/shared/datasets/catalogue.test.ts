import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  DATA_SET_IDS,
  DATA_SETS,
  dataPlanSchema,
  makeDataSet,
  type DataPlan,
} from '../../../shared/datasets/catalogue.ts';
import type { DataSplit, Example } from '../../../shared/datasets/example.ts';

const SEEDS = [1, 2, 3, 40, 812];

function plan(id: DataPlan['id'], seed: number): DataPlan {
  return { id, seed, sizes: { training: 60, validation: 120, test: 120 }, noise: 1 };
}

function partsOf({ training, validation, test }: DataSplit): readonly (readonly Example[])[] {
  return [training, validation, test];
}

function countOf(examples: readonly Example[], target: number): number {
  return examples.filter((example) => example.target[0] === target).length;
}

describe.each(DATA_SET_IDS)('the data set %s', (id) => {
  it('is the same in every class that plays the same lesson', () => {
    expect(makeDataSet(plan(id, 7))).toEqual(makeDataSet(plan(id, 7)));
  });

  it('is another one for another seed', () => {
    expect(makeDataSet(plan(id, 7)).training).not.toEqual(makeDataSet(plan(id, 8)).training);
  });

  it.each(SEEDS)('has as many of each class in every part (seed %i)', (seed) => {
    for (const part of partsOf(makeDataSet(plan(id, seed)))) {
      expect(countOf(part, -1)).toBe(part.length / 2);
      expect(countOf(part, 1)).toBe(part.length / 2);
    }
  });

  it('has parts of odd sizes with classes that differ by one at most', () => {
    const split = makeDataSet({ ...plan(id, 3), sizes: { training: 15, validation: 21, test: 9 } });
    expect(partsOf(split).map((part) => part.length)).toEqual([15, 21, 9]);
    for (const part of partsOf(split)) expect(Math.abs(countOf(part, -1) - countOf(part, 1))).toBe(1);
  });

  it.each(SEEDS)('never shows the class an example that comes back among the new ones (seed %i)', (seed) => {
    const all = partsOf(makeDataSet(plan(id, seed))).flat();
    expect(new Set(all.map(({ features }) => features.join())).size).toBe(all.length);
  });

  it('has one feature per name, with at most four decimals and no −0', () => {
    const { featureNames } = DATA_SETS[id];
    for (const { features } of partsOf(makeDataSet(plan(id, 5))).flat()) {
      expect(features).toHaveLength(featureNames.length);
      for (const feature of features) {
        expect(Number(feature.toFixed(4))).toBe(feature);
        expect(Object.is(feature, -0)).toBe(false);
      }
    }
  });

  it('has shares that make a whole', () => {
    expect(DATA_SETS[id].kinds.reduce((sum, { share }) => sum + share, 0)).toBe(1);
  });

  it('draws closer together with less noise', () => {
    const farthest = (noise: number): number =>
      Math.max(...makeDataSet({ ...plan(id, 5), noise }).test.map(({ features }) => Math.hypot(...features)));
    expect(farthest(0.2)).toBeLessThan(farthest(1));
  });
});

describe('what the output should say', () => {
  it.each([
    ['tanh', [-1], [1]],
    ['linear', [-1], [1]],
    ['sigmoid', [0], [1]],
    ['relu', [0], [1]],
    ['softmax', [1, 0], [0, 1]],
  ] as const)('is coded for a network that ends in %s', (output, cat, dog) => {
    const targets = new Set(makeDataSet(plan('pets', 1), output).training.map(({ target }) => target.join()));
    expect(targets).toEqual(new Set([cat.join(), dog.join()]));
  });

  it('is all that the output changes: the animals are the same', () => {
    const featuresFor = (output: 'tanh' | 'softmax'): unknown =>
      makeDataSet(plan('pets', 1), output).training.map(({ features }) => features);
    expect(featuresFor('softmax')).toEqual(featuresFor('tanh'));
  });
});

describe('a plan for data', () => {
  it.each([
    ['an unknown data set', { ...plan('pets', 1), id: 'unicorns' }],
    ['a seed that is no whole number', plan('pets', 0.5)],
    ['a part without examples', { ...plan('pets', 1), sizes: { training: 0, validation: 10, test: 10 } }],
    ['no noise at all', { ...plan('pets', 1), noise: 0 }],
    ['noise beyond measure', { ...plan('pets', 1), noise: Number.POSITIVE_INFINITY }],
    ['a key nobody knows', { ...plan('pets', 1), shuffle: true }],
  ])('is refused with %s', (_, written) => {
    expect(v.safeParse(dataPlanSchema, written).success).toBe(false);
  });

  it('that asks for the least noise still finds enough different animals', () => {
    const split = makeDataSet({
      id: 'pets',
      seed: 1,
      sizes: { training: 500, validation: 500, test: 500 },
      noise: 0.05,
    });
    expect(partsOf(split).flat()).toHaveLength(1500);
  });
});
