import { asBatch, type Batch, type Examples } from './batch.ts';
import { writeErrorsBefore, writeLayerGradient } from './backward-pass.ts';
import { loadParameters, type Numbers } from './bounds.ts';
import { runForward } from './forward-pass.ts';
import { meanLoss, writeOutputErrors } from './losses.ts';
import type { Topology } from './topology.ts';

export type Backward = {
  /** Mean over the examples. */
  readonly loss: number;
  /** ∂loss/∂parameter, one per parameter in the topology's order. */
  readonly gradient: Float64Array;
};

/** One training pass over the examples: forward, then backpropagation (Rumelhart, Hinton, Williams 1986). */
export function backward(topology: Topology, parameters: Numbers, examples: Examples): Backward {
  const batch = asBatch(topology, examples);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  writeOutputErrors(batch);
  const gradient = new Float64Array(topology.parameterCount);
  writeGradient(batch, gradient);
  return { loss: meanLoss(batch), gradient };
}

function writeGradient(batch: Batch, gradient: Float64Array): void {
  for (let index = batch.layers.length - 1; index >= 0; index--) {
    const pass = batch.layers[index];
    const before = batch.layers[index - 1];
    if (pass === undefined) return;
    writeLayerGradient(batch, pass, gradient, 0);
    if (before !== undefined) writeErrorsBefore(batch, pass, before);
  }
}
