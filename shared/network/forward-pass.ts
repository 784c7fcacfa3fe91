import { activate } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import { writeWeightedSum } from './kernels.ts';

/** All examples through the layers from `fromLayer` on, with the batch's parameters. */
export function runForward(batch: Batch, fromLayer = 1): void {
  for (const pass of batch.layers) {
    if (pass.slice.layer < fromLayer) continue;
    for (let neuron = 0; neuron < pass.slice.outputs; neuron++) sumNeuron(batch, pass, neuron);
    activate(batch, pass, 0, pass.slice.outputs);
  }
}

/** One neuron again, after one of its parameters changed; the layers behind it are left as they were. */
export function runNeuron(batch: Batch, pass: LayerPass, neuron: number): void {
  sumNeuron(batch, pass, neuron);
  activate(batch, pass, neuron, neuron + 1);
}

/** Pre-activations of one neuron: its bias and its weighted inputs, for every example. */
function sumNeuron(
  { parameters }: Batch,
  { slice, inputs, preActivations }: LayerPass,
  neuron: number,
): void {
  const weights = { parameters, first: slice.weightStart + neuron * slice.inputs, step: 1 };
  writeWeightedSum(weights, at(parameters, slice.biasStart + neuron), inputs, preActivations, neuron);
}
