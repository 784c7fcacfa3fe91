import { describe, expect, it } from 'vitest';
import { DATA_SETS } from '../../../shared/datasets/catalogue.ts';
import type { Example } from '../../../shared/datasets/example.ts';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import { PENGUINS_NOT_MEASURED } from '../../../shared/datasets/penguins.ts';
import { PENGUIN_TABLE } from '../../../shared/datasets/penguins-table.ts';
import type { NetworkSpec } from '../../../shared/network/topology.ts';
import { accuracyOf, trained } from './trained.ts';

const SIZES = { training: 60, validation: 69, test: 72 };

function measured(species: keyof typeof PENGUIN_TABLE): readonly (readonly number[])[] {
  return PENGUIN_TABLE[species]
    .split(',')
    .map((line) => line.trim().split(' ').map(Number))
    .filter((measures) => !measures.some(Number.isNaN));
}

function mean(rows: readonly (readonly number[])[], column: number): number {
  return rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length;
}

describe('the table of penguins', () => {
  it('has as many of each species as were published, and two that nobody measured', () => {
    expect([measured('adelie').length, measured('chinstrap').length, measured('gentoo').length]).toEqual([
      151, 68, 123,
    ]);
    expect(PENGUINS_NOT_MEASURED).toBe(2);
  });

  it.each([
    ['adelie', [38.79, 18.35, 189.95, 3700.66]],
    ['chinstrap', [48.83, 18.42, 195.82, 3733.09]],
    ['gentoo', [47.5, 14.98, 217.19, 5076.02]],
  ] as const)('has the means of %s that its authors give', (species, means) => {
    const rows = measured(species);
    means.forEach((published, column) => expect(mean(rows, column)).toBeCloseTo(published, 2));
  });

  it('is standardised: every measure has mean 0 and spread 1 over all penguins', () => {
    const rows = DATA_SETS.penguins4.kinds.flatMap(({ source }) =>
      source.from === 'table' ? source.rows : [],
    );
    for (const column of [0, 1, 2, 3]) {
      expect(mean(rows, column)).toBeCloseTo(0, 3);
      expect(
        mean(
          rows.map((row) => row.map((value) => value ** 2)),
          column,
        ),
      ).toBeCloseTo(1, 3);
    }
  });
});

describe('penguins told by their bill', () => {
  const { training, validation, test } = makeDataSet({ id: 'penguins', seed: 1, sizes: SIZES }, 'softmax');
  const fresh = [...validation, ...test];

  it('are not told by the bill’s length alone, nor by its depth', () => {
    expect(bestTwoCuts(fresh, 0)).toBeLessThan(0.78);
    expect(bestTwoCuts(fresh, 1)).toBeLessThan(0.78);
  });

  it('need length and depth together, and then straight borders do: real data can be kind', () => {
    const accuracy = accuracyOf(trained(softmax([2, 3]), training), fresh);
    expect(accuracy).toBeGreaterThan(0.9);
  });

  it.each([1, 2, 3])('are told by the lesson’s small network, from random start %i', (from) => {
    expect(accuracyOf(trained(softmax([2, 4, 3]), training, { from }), fresh)).toBeGreaterThan(0.9);
  });
});

describe('penguins told by bill, flipper and mass', () => {
  it('are nearly all told', () => {
    const { training, validation, test } = makeDataSet({ id: 'penguins4', seed: 1, sizes: SIZES }, 'softmax');
    const network = trained(softmax([4, 3, 3]), training);
    expect(accuracyOf(network, [...validation, ...test])).toBeGreaterThan(0.96);
  });
});

function softmax(sizes: readonly number[]): NetworkSpec {
  return { sizes, hidden: 'tanh', output: 'softmax', loss: 'categorical-cross-entropy' };
}

/** The best accuracy of two cuts through one feature, the three stretches given to the classes in any order. */
function bestTwoCuts(examples: readonly Example[], feature: number): number {
  const inOrder = [...examples]
    .sort((a, b) => (a.features[feature] ?? 0) - (b.features[feature] ?? 0))
    .map(({ target }) => target.indexOf(1));
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  let best = 0;
  for (let first = 0; first <= inOrder.length; first++) {
    for (let second = first; second <= inOrder.length; second++) {
      for (const order of orders) {
        const right = inOrder.filter(
          (classIndex, index) => order[index < first ? 0 : index < second ? 1 : 2] === classIndex,
        ).length;
        best = Math.max(best, right);
      }
    }
  }
  return best / inOrder.length;
}
