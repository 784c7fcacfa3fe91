import { at } from './at.ts';
import type { LANES } from './lanes.ts';

const FOUR: typeof LANES = 4;

/** A layer's array (lanes.ts) and how many numbers one group of it takes. */
export type Rows = { readonly values: Float64Array; readonly groupWidth: number };

/** Some of the parameters: `first`, `first + step`, … one per neuron of the rows they weigh. */
export type Weights = { readonly parameters: Float64Array; readonly first: number; readonly step: number };

/** One neuron for every example: `bias` plus the sum of weight times value over the neurons of `from`. */
export function writeWeightedSum(
  weights: Weights,
  bias: number,
  from: Rows,
  into: Rows,
  neuron: number,
): void {
  const { parameters, first, step } = weights;
  const { values, groupWidth } = from;
  let target = neuron * FOUR;
  for (let group = 0; group < values.length; group += groupWidth) {
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let k = group, w = first; k < group + groupWidth; k += FOUR, w += step) {
      const weight = at(parameters, w);
      sum0 += weight * at(values, k);
      sum1 += weight * at(values, k + 1);
      sum2 += weight * at(values, k + 2);
      sum3 += weight * at(values, k + 3);
    }
    into.values[target] = bias + sum0;
    into.values[target + 1] = bias + sum1;
    into.values[target + 2] = bias + sum2;
    into.values[target + 3] = bias + sum3;
    target += into.groupWidth;
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
  const { values, groupWidth } = inputs;
  let source = neuron * FOUR;
  for (let group = 0; group < values.length; group += groupWidth) {
    const error0 = at(errors.values, source);
    const error1 = at(errors.values, source + 1);
    const error2 = at(errors.values, source + 2);
    const error3 = at(errors.values, source + 3);
    for (let k = group, w = row; k < group + groupWidth; k += FOUR, w++) {
      gradient[w] =
        at(gradient, w) +
        (error0 * at(values, k) +
          error1 * at(values, k + 1) +
          error2 * at(values, k + 2) +
          error3 * at(values, k + 3));
    }
    gradient[bias] = at(gradient, bias) + (error0 + error1 + error2 + error3);
    source += errors.groupWidth;
  }
}
