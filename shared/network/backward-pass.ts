import { timesDerivative } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import { addGradient, writeWeightedSum } from './kernels.ts';

/**
 * One layer's share of the gradient of the mean loss, each parameter's at its own place less `offset`. The array
 * has to hold zeros there.
 */
export function writeLayerGradient(
  { count }: Batch,
  { slice, inputs, errors }: LayerPass,
  gradient: Float64Array,
  offset: number,
): void {
  const start = slice.weightStart - offset;
  const bias = slice.biasStart - offset;
  for (let neuron = 0; neuron < slice.outputs; neuron++) {
    addGradient(errors, neuron, inputs, gradient, start + neuron * slice.inputs, bias + neuron);
  }
  const examples = Math.max(1, count);
  for (let k = start; k < bias + slice.outputs; k++) gradient[k] = at(gradient, k) / examples;
}

/** The errors of a layer, carried back through its weights to the layer `before` it. */
export function writeErrorsBefore(
  { parameters }: Batch,
  { slice, errors }: LayerPass,
  before: LayerPass,
): void {
  if (before.activation === 'softmax') throw new RangeError('softmax is for the output layer');
  for (let neuron = 0; neuron < slice.inputs; neuron++) {
    const weights = { parameters, first: slice.weightStart + neuron, step: slice.inputs };
    writeWeightedSum(weights, 0, errors, before.errors, neuron);
  }
  timesDerivative(before.activation, before.activations, before.errors);
}
