import { timesDerivative } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';

/**
 * One layer's share of the gradient of the mean loss, written at the parameters' own places less `offset`:
 * each weight's error times its input, each bias's error, averaged over the examples.
 */
export function writeLayerGradient(
  pass: LayerPass,
  count: number,
  gradient: Float64Array,
  offset: number,
): void {
  const { slice, inputs, errors } = pass;
  const examples = Math.max(1, count);
  for (let neuron = 0; neuron < slice.outputs; neuron++) {
    const start = neuron * count;
    const row = slice.weightStart - offset + neuron * slice.inputs;
    for (let i = 0; i < slice.inputs; i++) {
      gradient[row + i] = dot(errors, start, inputs, i * count, count) / examples;
    }
    gradient[slice.biasStart - offset + neuron] = sum(errors, start, count) / examples;
  }
}

/** The errors of a layer, carried back through its weights to the layer `before` it. */
export function writeErrorsBefore({ parameters, count }: Batch, pass: LayerPass, before: LayerPass): void {
  const { slice, errors } = pass;
  for (let neuron = 0; neuron < slice.inputs; neuron++) {
    const start = neuron * count;
    for (let example = 0; example < count; example++) {
      let error = 0;
      let weight = slice.weightStart + neuron;
      for (let from = example; from < errors.length; from += count, weight += slice.inputs) {
        error += at(parameters, weight) * at(errors, from);
      }
      before.errors[start + example] = error;
    }
  }
  if (before.activation === 'softmax') throw new RangeError('softmax is for the output layer');
  timesDerivative(before.activation, before.activations, before.errors);
}

function dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, count: number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total += at(a, aStart + k) * at(b, bStart + k);
  return total;
}

function sum(values: Float64Array, start: number, count: number): number {
  let total = 0;
  for (let k = 0; k < count; k++) total += at(values, start + k);
  return total;
}
