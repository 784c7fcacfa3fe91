import { activate } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import { writeTwoSums, type Sum } from './kernels.ts';
import { writeSum } from './lone-kernels.ts';

/** All examples through the layers from `fromLayer` on, with the batch's parameters. */
export function runForward(batch: Batch, fromLayer = 1): void {
  for (const pass of batch.layers) {
    if (pass.slice.layer < fromLayer) continue;
    const { outputs } = pass.slice;
    for (let neuron = 0; neuron + 1 < outputs; neuron += 2) sumTwoNeurons(batch, pass, neuron);
    if (outputs % 2 === 1) sumNeuron(batch, pass, outputs - 1);
    activate(batch, pass, 0, outputs);
  }
}

/** One neuron again, after one of its parameters changed; the layers behind it are left as they were. */
export function runNeuron(batch: Batch, pass: LayerPass, neuron: number): void {
  sumNeuron(batch, pass, neuron);
  activate(batch, pass, neuron, neuron + 1);
}

/** Pre-activations of a neuron and the next: their biases and weighted inputs, for every example. */
function sumTwoNeurons(batch: Batch, pass: LayerPass, neuron: number): void {
  const { parameters } = batch;
  const { inputs, preActivations } = pass;
  writeTwoSums(
    parameters,
    1,
    sumOf(batch, pass, neuron),
    sumOf(batch, pass, neuron + 1),
    inputs,
    preActivations,
  );
}

function sumNeuron(batch: Batch, pass: LayerPass, neuron: number): void {
  writeSum(batch.parameters, 1, sumOf(batch, pass, neuron), pass.inputs, pass.preActivations);
}

function sumOf({ parameters }: Batch, { slice }: LayerPass, neuron: number): Sum {
  const bias = at(parameters, slice.biasStart + neuron);
  return { neuron, bias, firstWeight: slice.weightStart + neuron * slice.inputs };
}
