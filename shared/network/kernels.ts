import { at } from './at.ts';
import type { LANES } from './lanes.ts';

const FOUR: typeof LANES = 4;

/** A layer's array (lanes.ts) and how many numbers one group of it takes. */
export type Rows = { readonly values: Float64Array; readonly groupWidth: number };

/** Some of the parameters: `first`, `first + step`, … one per neuron of the rows they weigh. */
export type Weights = { readonly parameters: Float64Array; readonly first: number; readonly step: number };

/** One neuron for every example: `bias` plus the sum of weight times value over the neurons of `from`. */
export function writeWeightedSum(
  { parameters, first, step }: Weights,
  bias: number,
  from: Rows,
  into: Rows,
  neuron: number,
): void {
  const values = from.values;
  const width = from.groupWidth;
  const sums = into.values;
  const stride = into.groupWidth;
  for (let group = 0, s = neuron * FOUR; group < values.length; group += width, s += stride) {
    const end = group + width;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let k = group, w = first; k < end; k += FOUR, w += step) {
      const weight = at(parameters, w);
      sum0 += weight * at(values, k);
      sum1 += weight * at(values, k + 1);
      sum2 += weight * at(values, k + 2);
      sum3 += weight * at(values, k + 3);
    }
    sums[s] = bias + sum0;
    sums[s + 1] = bias + sum1;
    sums[s + 2] = bias + sum2;
    sums[s + 3] = bias + sum3;
  }
}

/**
 * One neuron's part of the gradient, added up over the examples: its error times each input, from `row` on, and
 * its error, at `bias`.
 */
export function addGradient(
  errors: Rows,
  neuron: number,
  inputs: Rows,
  gradient: Float64Array,
  row: number,
  bias: number,
): void {
  const values = inputs.values;
  const width = inputs.groupWidth;
  const sources = errors.values;
  const stride = errors.groupWidth;
  let sum = 0;
  for (let group = 0, s = neuron * FOUR; group < values.length; group += width, s += stride) {
    const end = group + width;
    const error0 = at(sources, s);
    const error1 = at(sources, s + 1);
    const error2 = at(sources, s + 2);
    const error3 = at(sources, s + 3);
    for (let k = group, w = row; k < end; k += FOUR, w++) {
      const pair = error0 * at(values, k) + error1 * at(values, k + 1);
      gradient[w] = at(gradient, w) + (pair + (error2 * at(values, k + 2) + error3 * at(values, k + 3)));
    }
    sum += error0 + error1 + (error2 + error3);
  }
  gradient[bias] = at(gradient, bias) + sum;
}
