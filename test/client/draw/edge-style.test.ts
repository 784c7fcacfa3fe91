import { describe, expect, it } from 'vitest';
import { backflowWidth, edgeWidth, signOf } from '../../../client/draw/edge-style.ts';

describe('a weight’s line', () => {
  it('is thicker for a larger weight, whatever its sign', () => {
    expect(edgeWidth(1, 50)).toBeGreaterThan(edgeWidth(0.2, 50));
    expect(edgeWidth(-1, 50)).toBe(edgeWidth(1, 50));
  });

  it('can still be seen at zero, and never outgrows its neuron', () => {
    expect(edgeWidth(0, 50)).toBeGreaterThan(1);
    expect(edgeWidth(1e9, 50)).toBeLessThan(50 / 2);
  });

  it('is negative only below zero', () => {
    expect([signOf(-0.01), signOf(-0), signOf(0), signOf(3)]).toEqual([
      'negative',
      'positive',
      'positive',
      'positive',
    ]);
  });
});

describe('the error’s way back', () => {
  it('is widest where the most error comes back', () => {
    expect(backflowWidth(-0.8, 0.8, 50)).toBeGreaterThan(backflowWidth(0.1, 0.8, 50));
  });

  it('is drawn thin when there is no error at all', () => {
    expect(backflowWidth(0, 0, 50)).toBeGreaterThan(0);
  });
});
