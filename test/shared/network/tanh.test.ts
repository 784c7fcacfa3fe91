import { describe, expect, it } from 'vitest';
import { sigmoid } from '../../../shared/network/activations.ts';
import { tanh } from '../../../shared/network/tanh.ts';

/** From −22 to 22 in steps that fall on, beside and between the table's entries; and beyond. */
const PLACES = Array.from({ length: 88_001 }, (_, index) => -22 + index * 0.0005);
const EVERYWHERE = [...PLACES, 1e308, -1e308, Infinity, -Infinity];

describe('the fast tanh', () => {
  it('is within three units of the last place of the exact one, everywhere', () => {
    const errors = PLACES.map((x) => Math.abs(tanh(x) - Math.tanh(x)) / (Math.abs(Math.tanh(x)) || 1));
    expect(largest(errors)).toBeLessThanOrEqual(3 * Number.EPSILON);
  });

  it('never leaves −1 … 1, so that no slope turns negative', () => {
    expect(largest(EVERYWHERE.map((x) => Math.abs(tanh(x))))).toBe(1);
  });

  it('is itself for numbers too small to bend, and exact at its ends', () => {
    expect(tanh(0)).toBe(0);
    expect(tanh(1e-12)).toBe(1e-12);
    expect(tanh(-5e-324)).toBe(-5e-324);
    expect(tanh(Infinity)).toBe(1);
    expect(tanh(-Infinity)).toBe(-1);
    expect(tanh(NaN)).toBeNaN();
  });
});

describe('the sigmoid', () => {
  it('is the logistic function, and stays between 0 and 1', () => {
    expect(largest(EVERYWHERE.map((z) => Math.abs(sigmoid(z) - 1 / (1 + Math.exp(-z)))))).toBeLessThan(4e-16);
    expect(largest(EVERYWHERE.map(sigmoid))).toBe(1);
    expect(largest(EVERYWHERE.map((z) => -sigmoid(z)))).toBeLessThanOrEqual(0);
  });
});

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => (value > most ? value : most), -Infinity);
}
