import { assert, constant, double, integer, oneof, property, tuple } from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { examplesOfTable, type CustomTable } from '../../../shared/datasets/custom.ts';
import { dataPlanSchema, namesOfPlan } from '../../../shared/datasets/data-plan.ts';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import { usualSizes } from '../../../shared/datasets/split.ts';

/** Thirty flowers of two kinds, in centimetres, ten of the second. */
const FLOWERS: CustomTable = {
  featureNames: ['petal length', 'petal width'],
  classNames: ['setosa', 'virginica'],
  rows: Array.from({ length: 30 }, (_, index) => [
    1 + index / 10,
    0.2 + (index % 7) / 5,
    index % 3 === 0 ? 1 : 0,
  ]),
};
const PLAN = { id: 'custom', seed: 1, sizes: usualSizes(FLOWERS.rows.length), ...FLOWERS } as const;

const problemsOf = (changed: object): readonly string[] =>
  v.safeParse(dataPlanSchema, { ...PLAN, ...changed }).issues?.map(({ message }) => message) ?? [];

describe('a teacher’s own table', () => {
  it('keeps its own words', () => {
    expect(namesOfPlan(PLAN)).toEqual({
      featureNames: ['petal length', 'petal width'],
      classNames: ['setosa', 'virginica'],
    });
  });

  it('becomes examples that a recording can be played with: every column has mean 0 and spread 1', () => {
    const examples = examplesOfTable(FLOWERS);
    for (const column of [0, 1]) {
      const values = examples.map(({ features }) => features[column] ?? 0);
      expect(meanOf(values)).toBeCloseTo(0, 3);
      expect(Math.sqrt(meanOf(values.map((value) => value ** 2)))).toBeCloseTo(1, 3);
    }
  });

  it('does so in any unit a double can hold', () => {
    const unit = oneof(
      constant(1e-300),
      constant(1),
      constant(1e12),
      double({ min: 1e-9, max: 1e9, noNaN: true }),
    );
    assert(
      property(tuple(unit, integer({ min: 2, max: 60 })), ([scale, rows]) => {
        const table = {
          ...FLOWERS,
          rows: Array.from({ length: rows }, (_, index) => [index * scale, -index * scale, index % 2]),
        };
        const values = examplesOfTable(table).map(({ features: [value = Number.NaN] }) => value);
        expect(meanOf(values)).toBeCloseTo(0, 3);
        expect(meanOf(values.map((value) => value ** 2))).toBeCloseTo(1, 3);
      }),
    );
  });

  it.each([1, 2, 3])('is cut in three with its classes in every part as in the whole (seed %i)', (seed) => {
    const { training, validation, test } = makeDataSet({ ...PLAN, seed });
    const second = [training, validation, test].map(
      (part) => part.filter(({ target }) => target[0] === 1).length,
    );
    expect([training.length, validation.length, test.length]).toEqual([18, 6, 6]);
    expect(second).toEqual([6, 2, 2]);
  });

  it('gives each class an output of its own where the network ends in softmax', () => {
    const table = {
      ...FLOWERS,
      classNames: ['a', 'b', 'c'],
      rows: FLOWERS.rows.map(([x = 0, y = 0], i) => [x, y, i % 3]),
    };
    const { training } = makeDataSet({ ...PLAN, ...table }, 'softmax');
    expect(new Set(training.map(({ target }) => target.join()))).toEqual(
      new Set(['1,0,0', '0,1,0', '0,0,1']),
    );
  });

  it('says what is wrong with it', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ rows: [...FLOWERS.rows.slice(1), [1, 2]] })).toEqual([
      'rows.29: 2 features and a class are 3 numbers',
    ]);
    expect(problemsOf({ rows: [...FLOWERS.rows.slice(1), [1, 2, 2]] })).toEqual([
      'rows.29: there is no class 2',
    ]);
    expect(problemsOf({ rows: FLOWERS.rows.map(([x = 0, , label = 0]) => [x, 7, label]) })).toEqual([
      'featureNames.1: all values are the same',
    ]);
    expect(
      problemsOf({ rows: FLOWERS.rows.map(([x = 0, y = 0], index) => [x, y, index < 3 ? 1 : 0]) }),
    ).toEqual(['classNames.1: 3 examples; the least is 5']);
    expect(problemsOf({ classNames: ['setosa', 'setosa'] })).toEqual([
      'classNames: two classes have the same name',
    ]);
    expect(problemsOf({ sizes: { training: 20, validation: 6, test: 6 } })).toEqual([
      'sizes: 32 examples asked of 30',
    ]);
  });

  it.each([
    ['one feature', { featureNames: ['x'] }],
    ['seven features', { featureNames: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
    ['one class', { classNames: ['setosa'] }],
    ['a class without a name', { classNames: ['setosa', ''] }],
    ['a number no double can tell from its neighbour', { rows: [[1e308, 1, 0], ...FLOWERS.rows] }],
    ['a number that is none', { rows: [[Number.NaN, 1, 0], ...FLOWERS.rows] }],
    ['more rows than can be played', { rows: Array.from({ length: 2001 }, (_, i) => [i, i, i % 2]) }],
    ['a handful of rows', { rows: FLOWERS.rows.slice(0, 12), sizes: usualSizes(12) }],
  ])('is refused with %s', (_, changed) => {
    expect(problemsOf(changed).length).toBeGreaterThan(0);
  });
});

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
