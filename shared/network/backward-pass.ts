import { timesDerivative } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import { addTwoGradients, writeTwoSums, type Share, type Sum } from './kernels.ts';
import type { LayerSlice } from './topology.ts';

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
  const last = slice.outputs - 1;
  for (let neuron = 0; neuron <= last; neuron += 2) {
    const partner = Math.min(neuron + 1, last);
    addTwoGradients(
      errors,
      inputs,
      gradient,
      shareOf(slice, neuron, offset),
      shareOf(slice, partner, offset),
    );
  }
  const examples = Math.max(1, count);
  const end = slice.biasStart - offset + slice.outputs;
  for (let k = slice.weightStart - offset; k < end; k++) gradient[k] = at(gradient, k) / examples;
}

/** The errors of a layer, carried back through its weights to the layer `before` it. */
export function writeErrorsBefore(
  { parameters }: Batch,
  { slice, errors }: LayerPass,
  before: LayerPass,
): void {
  if (before.activation === 'softmax') throw new RangeError('softmax is for the output layer');
  const last = slice.inputs - 1;
  for (let neuron = 0; neuron <= last; neuron += 2) {
    const partner = Math.min(neuron + 1, last);
    const [one, two] = [backSumOf(slice, neuron), backSumOf(slice, partner)];
    writeTwoSums(parameters, slice.inputs, one, two, errors, before.errors);
  }
  timesDerivative(before.activation, before.activations, before.errors);
}

function shareOf(slice: LayerSlice, neuron: number, offset: number): Share {
  const firstWeight = slice.weightStart - offset + neuron * slice.inputs;
  return { neuron, firstWeight, bias: slice.biasStart - offset + neuron };
}

/** What comes back to a neuron of the layer before: through each weight that leaves it, and no bias. */
function backSumOf(slice: LayerSlice, neuron: number): Sum {
  return { neuron, bias: 0, firstWeight: slice.weightStart + neuron };
}
