import { describe, expect, it } from 'vitest';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import type { Example } from '../../../shared/datasets/example.ts';
import { petsStart } from '../../../shared/lessons/pets-start.ts';
import { createRng, seedFrom } from '../../../shared/math/rng.ts';
import { initialise } from '../../../shared/network/initialise.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { bestInterval, bestLine, bestThreshold } from './simple-classifiers.ts';
import { accuracyOf, trained } from './trained.ts';

const LESSON = makeDataSet(petsStart.data);
const EVERYONE = [...LESSON.training, ...LESSON.validation, ...LESSON.test];
const MANY = makeDataSet({
  id: 'pets',
  seed: 1,
  sizes: { training: 500, validation: 500, test: 500 },
  noise: 1,
});
const A_CROWD = [...MANY.training, ...MANY.validation, ...MANY.test];

const PARTS: readonly (readonly [string, readonly Example[]])[] = [
  ['the training animals', LESSON.training],
  ['the validation animals', LESSON.validation],
  ['the test animals', LESSON.test],
  ['all of the lesson', EVERYONE],
  ['a crowd of 1,500 others', A_CROWD],
];

describe('the measuring sticks', () => {
  it('find the cut, the interval and the slanted line where there is one', () => {
    const rng = createRng(seedFrom('sticks'));
    const at = (truth: (x: number, y: number) => boolean): readonly Example[] =>
      Array.from({ length: 200 }, () => {
        const [x, y] = [rng.normal(), rng.normal()];
        return { features: [x, y], target: [truth(x, y) ? 1 : -1] };
      });
    expect(bestThreshold(at((_, y) => y < 0.3))).toBe(1);
    expect(bestInterval(at((x) => Math.abs(x) < 0.5))).toBe(1);
    expect(bestLine(at((x, y) => x + 2 * y > 0.1))).toBeGreaterThan(0.98);
  });
});

describe.each(PARTS)('among %s', (_, examples) => {
  it('ears alone or size alone tell no more than 78 in 100', () => {
    expect(bestThreshold(examples)).toBeLessThanOrEqual(0.78);
  });

  it('no straight line tells more than 84 in 100', () => {
    expect(bestLine(examples)).toBeLessThanOrEqual(0.84);
  });
});

describe.each([
  ['all of the lesson', EVERYONE],
  ['a crowd of 1,500 others', A_CROWD],
])('among %s', (_, examples) => {
  it('"cats are middling" is no way out either: no interval of one feature tells more than 78 in 100', () => {
    expect(bestInterval(examples)).toBeLessThanOrEqual(0.78);
  });
});

describe('the lesson’s network', () => {
  const topology = createTopology(petsStart.network);
  const starts = [
    ['the pinned start', petsStart.parameters],
    ...[1, 2, 3, 4, 5].map(
      (seed) => [`seed ${seed}`, [...initialise(topology, seedFrom('pets', seed))]] as const,
    ),
  ] as const;

  it.each(starts)('learns to tell at least 92 in 100 pets it never saw, from %s', (_, start) => {
    const network = trained(petsStart.network, LESSON.training, { from: start, steps: 1000 });
    expect(accuracyOf(network, LESSON.validation)).toBeGreaterThanOrEqual(0.92);
    expect(accuracyOf(network, LESSON.test)).toBeGreaterThanOrEqual(0.92);
  });
});
