import { describe, expect, it } from 'vitest';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import { bestLine, bestThreshold } from './simple-classifiers.ts';

const POINTS = makeDataSet({
  id: 'xor',
  seed: 1,
  sizes: { training: 500, validation: 2, test: 2 },
  noise: 1,
}).training;

describe('the points of "one or the other, but not both"', () => {
  it('are told apart by neither feature alone', () => {
    expect(bestThreshold(POINTS)).toBeLessThan(0.56);
  });

  it('leave any straight line with one corner in four wrong', () => {
    expect(bestLine(POINTS)).toBeGreaterThan(0.7);
    expect(bestLine(POINTS)).toBeLessThan(0.77);
  });

  it('differ where the signs of the features do, but for a few', () => {
    const asMeant = POINTS.filter(({ features: [x = 0, y = 0], target: [target = 0] }) => x * y * target < 0);
    expect(asMeant.length / POINTS.length).toBeGreaterThan(0.97);
  });
});
