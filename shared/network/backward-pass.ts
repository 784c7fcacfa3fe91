import { timesDerivative } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import { addTwoGradients, writeTwoSums, type Share, type Sum } from './kernels.ts';
import { addGradient, writeSum } from './lone-kernels.ts';
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
  const { outputs } = slice;
  for (let neuron = 0; neuron + 1 < outputs; neuron += 2) {
    const [one, two] = [shareOf(slice, neuron, offset), shareOf(slice, neuron + 1, offset)];
    addTwoGradients(errors, inputs, gradient, one, two);
  }
  if (outputs % 2 === 1) addGradient(errors, inputs, gradient, shareOf(slice, outputs - 1, offset));
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
  const { inputs } = slice;
  for (let neuron = 0; neuron + 1 < inputs; neuron += 2) {
    const [one, two] = [backSumOf(slice, neuron), backSumOf(slice, neuron + 1)];
    writeTwoSums(parameters, inputs, one, two, errors, before.errors);
  }
  if (inputs % 2 === 1) {
    writeSum(parameters, inputs, backSumOf(slice, inputs - 1), errors, before.errors);
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
