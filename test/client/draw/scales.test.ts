import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, linearScale, niceCeiling, niceTicks } from '../../../client/draw/scales.ts';

describe('an axis', () => {
  it('ends at a round figure that holds the largest error', () => {
    expect(niceCeiling(0.61)).toBeCloseTo(0.8);
    expect(niceCeiling(0.92)).toBeCloseTo(1);
    expect(niceCeiling(0.5)).toBeCloseTo(0.6);
    expect(niceCeiling(0.017)).toBeCloseTo(0.02);
  });

  it('is never empty, not even before the first round', () => {
    expect(niceCeiling(0)).toBe(1);
    expect(niceCeiling(NaN)).toBe(1);
    expect(niceCeiling(Infinity)).toBe(1);
  });

  it('has between two and five lines, whatever the error', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (loss) => {
        const top = niceCeiling(loss);
        expect(top).toBeGreaterThanOrEqual(loss * (1 - 1e-9));
        const ticks = niceTicks(top);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('writes no more decimals than its figures have', () => {
    expect([decimalsOf(5), decimalsOf(1), decimalsOf(0.5), decimalsOf(0.02), decimalsOf(0)]).toEqual([
      0, 0, 1, 2, 0,
    ]);
  });

  it('puts the only value in the middle', () => {
    expect(linearScale([3, 3], [0, 100])(3)).toBe(50);
    expect(linearScale([0, 10], [100, 0])(2)).toBe(80);
  });
});
