import { at } from './at.ts';
import type { Rows, Share, Sum } from './kernels.ts';
import type { LANES } from './lanes.ts';

/**
 * The kernels for a neuron that is left without a partner, as a network's only output is: taking it for its own
 * partner computed everything twice (a tenth of a pass through 2-4-1, measured).
 */

const FOUR: typeof LANES = 4;

/** One neuron for every example: bias plus the sum of weight times value over the neurons of `from`. */
export function writeSum(parameters: Float64Array, step: number, sum: Sum, from: Rows, into: Rows): void {
  const values = from.values;
  const width = from.groupWidth;
  const sums = into.values;
  const stride = into.groupWidth;
  for (let group = 0, s = sum.neuron * FOUR; group < values.length; group += width, s += stride) {
    const end = group + width;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let k = group, w = sum.firstWeight; k < end; k += FOUR, w += step) {
      const weight = at(parameters, w);
      sum0 += weight * at(values, k);
      sum1 += weight * at(values, k + 1);
      sum2 += weight * at(values, k + 2);
      sum3 += weight * at(values, k + 3);
    }
    sums[s] = sum.bias + sum0;
    sums[s + 1] = sum.bias + sum1;
    sums[s + 2] = sum.bias + sum2;
    sums[s + 3] = sum.bias + sum3;
  }
}

/** Adds one neuron's part of the gradient, over all examples: error times each input, and the error for the bias. */
export function addGradient(errors: Rows, inputs: Rows, gradient: Float64Array, share: Share): void {
  const values = inputs.values;
  const width = inputs.groupWidth;
  const sources = errors.values;
  const stride = errors.groupWidth;
  let sum = 0;
  for (let group = 0, s = share.neuron * FOUR; group < values.length; group += width, s += stride) {
    const end = group + width;
    const error0 = at(sources, s);
    const error1 = at(sources, s + 1);
    const error2 = at(sources, s + 2);
    const error3 = at(sources, s + 3);
    for (let k = group, w = share.firstWeight; k < end; k += FOUR, w++) {
      gradient[w] =
        at(gradient, w) +
        (error0 * at(values, k) +
          error1 * at(values, k + 1) +
          (error2 * at(values, k + 2) + error3 * at(values, k + 3)));
    }
    sum += error0 + error1 + (error2 + error3);
  }
  gradient[share.bias] = sum;
}
