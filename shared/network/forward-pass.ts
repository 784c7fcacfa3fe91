import { activate } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';

/** All examples through the layers from `fromLayer` on, with the batch's parameters. */
export function runForward(batch: Batch, fromLayer = 1): void {
  for (const pass of batch.layers) {
    if (pass.slice.layer < fromLayer) continue;
    for (let neuron = 0; neuron < pass.slice.outputs; neuron++) sumNeuron(batch, pass, neuron);
    activate(pass, batch.count, 0, pass.slice.outputs);
  }
}

/** One neuron again, after one of its parameters changed; the layers behind it are left as they were. */
export function runNeuron(batch: Batch, pass: LayerPass, neuron: number): void {
  sumNeuron(batch, pass, neuron);
  activate(pass, batch.count, neuron, neuron + 1);
}

/** Pre-activations of one neuron: its bias and its weighted inputs, for every example. */
function sumNeuron(
  { parameters, count }: Batch,
  { slice, inputs, preActivations }: LayerPass,
  neuron: number,
): void {
  const row = slice.weightStart + neuron * slice.inputs;
  const bias = at(parameters, slice.biasStart + neuron);
  const start = neuron * count;
  for (let example = 0; example < count; example++) {
    let sum = bias;
    for (let i = 0, from = example; i < slice.inputs; i++, from += count) {
      sum += at(parameters, row + i) * at(inputs, from);
    }
    preActivations[start + example] = sum;
  }
}
