import { activate } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import { writeTwoSums, type Sum } from './kernels.ts';

/** All examples through the layers from `fromLayer` on, with the batch's parameters. */
export function runForward(batch: Batch, fromLayer = 1): void {
  for (const pass of batch.layers) {
    if (pass.slice.layer < fromLayer) continue;
    const last = pass.slice.outputs - 1;
    for (let neuron = 0; neuron <= last; neuron += 2)
      sumNeurons(batch, pass, neuron, Math.min(neuron + 1, last));
    activate(batch, pass, 0, pass.slice.outputs);
  }
}

/** One neuron again, after one of its parameters changed; the layers behind it are left as they were. */
export function runNeuron(batch: Batch, pass: LayerPass, neuron: number): void {
  sumNeurons(batch, pass, neuron, neuron);
  activate(batch, pass, neuron, neuron + 1);
}

/** Pre-activations of two neurons: their biases and weighted inputs, for every example. */
function sumNeurons(batch: Batch, pass: LayerPass, one: number, two: number): void {
  const { parameters } = batch;
  const { inputs, preActivations } = pass;
  writeTwoSums(parameters, 1, sumOf(batch, pass, one), sumOf(batch, pass, two), inputs, preActivations);
}

function sumOf({ parameters }: Batch, { slice }: LayerPass, neuron: number): Sum {
  const bias = at(parameters, slice.biasStart + neuron);
  return { neuron, bias, firstWeight: slice.weightStart + neuron * slice.inputs };
}
