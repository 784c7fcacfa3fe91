import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DATA_SETS, MADE_UP_IDS, MEASURED_IDS, type DataSetId } from '../../../shared/datasets/catalogue.ts';
import { dataPlanSchema, type DataPlan } from '../../../shared/datasets/data-plan.ts';
import type { DataSplit, Example } from '../../../shared/datasets/example.ts';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import type { SplitSizes } from '../../../shared/datasets/split.ts';

const SEEDS = [1, 2, 3, 40, 812];
const SIZES: SplitSizes = { training: 60, validation: 72, test: 66 };
const IDS = [...MADE_UP_IDS, ...MEASURED_IDS];

function plan(id: DataSetId, seed: number, sizes = SIZES): DataPlan {
  return id === 'penguins' || id === 'penguins4' ? { id, seed, sizes } : madeUp(id, seed, { sizes });
}

function madeUp(
  id: (typeof MADE_UP_IDS)[number],
  seed: number,
  { sizes = SIZES, noise = 1 }: { readonly sizes?: SplitSizes; readonly noise?: number } = {},
): DataPlan {
  return { id, seed, sizes, noise };
}

function make(id: DataSetId, written: DataPlan): DataSplit {
  return makeDataSet(written, DATA_SETS[id].classNames.length > 2 ? 'softmax' : 'tanh');
}

function partsOf({ training, validation, test }: DataSplit): readonly (readonly Example[])[] {
  return [training, validation, test];
}

/** How many examples each class has. */
function countsOf(id: DataSetId, examples: readonly Example[]): readonly number[] {
  const classes = DATA_SETS[id].classNames.length;
  return Array.from(
    { length: classes },
    (_, classIndex) =>
      examples.filter(({ target }) =>
        target.length === 1 ? target[0] === (classIndex === 0 ? -1 : 1) : target[classIndex] === 1,
      ).length,
  );
}

describe.each(IDS)('the data set %s', (id) => {
  it('is the same in every class that plays the same lesson', () => {
    expect(make(id, plan(id, 7))).toEqual(make(id, plan(id, 7)));
  });

  it('is another one for another seed', () => {
    expect(make(id, plan(id, 7)).training).not.toEqual(make(id, plan(id, 8)).training);
  });

  it.each(SEEDS)('has as many of each class in every part (seed %i)', (seed) => {
    for (const part of partsOf(make(id, plan(id, seed)))) {
      const { length } = DATA_SETS[id].classNames;
      expect(countsOf(id, part)).toEqual(Array.from({ length }, () => part.length / length));
    }
  });

  it('has parts of odd sizes with classes that differ by one at most', () => {
    const split = make(id, plan(id, 3, { training: 17, validation: 23, test: 11 }));
    expect(partsOf(split).map((part) => part.length)).toEqual([17, 23, 11]);
    for (const part of partsOf(split)) {
      const counts = countsOf(id, part);
      expect(Math.max(...counts) - Math.min(...counts)).toBe(1);
    }
  });

  it.each(SEEDS)('never shows the class an example that comes back among the new ones (seed %i)', (seed) => {
    const all = partsOf(make(id, plan(id, seed))).flat();
    expect(new Set(all.map(({ features }) => features.join())).size).toBe(all.length);
  });

  it('has one feature per name, with at most four decimals and no −0', () => {
    const { featureNames } = DATA_SETS[id];
    for (const { features } of partsOf(make(id, plan(id, 5))).flat()) {
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
});

describe.each(MADE_UP_IDS)('the examples of %s', (id) => {
  it('lie closer together with less noise', () => {
    const farthest = (noise: number): number =>
      Math.max(...makeDataSet(madeUp(id, 5, { noise })).test.map(({ features }) => Math.hypot(...features)));
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
    const targets = new Set(
      makeDataSet(madeUp('pets', 1), output).training.map(({ target }) => target.join()),
    );
    expect(targets).toEqual(new Set([cat.join(), dog.join()]));
  });

  it('is all that the output changes: the animals are the same', () => {
    const featuresFor = (output: 'tanh' | 'softmax'): unknown =>
      makeDataSet(madeUp('pets', 1), output).training.map(({ features }) => features);
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
    ['noise on what was measured', { ...plan('penguins', 1), noise: 1 }],
  ])('is refused with %s', (_, written) => {
    expect(v.safeParse(dataPlanSchema, written).success).toBe(false);
  });

  it('that asks for more penguins than there are says how many there are', () => {
    const { issues = [] } = v.safeParse(
      dataPlanSchema,
      plan('penguins', 1, { training: 100, validation: 60, test: 60 }),
    );
    expect(issues.map(({ message }) => message)).toEqual(['sizes: 220 examples asked of 204']);
  });

  it('that asks for the least noise still finds enough different animals', () => {
    const sizes = { training: 500, validation: 500, test: 500 };
    for (const id of MADE_UP_IDS) {
      expect(partsOf(makeDataSet(madeUp(id, 1, { sizes, noise: 0.05 }))).flat()).toHaveLength(1500);
    }
  });
});
