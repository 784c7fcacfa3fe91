import { at } from './at.ts';
import { asBatch, type Batch, type Examples } from './batch.ts';
import { writeErrorsBefore } from './backward-pass.ts';
import { loadParameters, type Numbers } from './bounds.ts';
import type { Rows } from './kernels.ts';
import { runForward } from './forward-pass.ts';
import { cellOf, LANES } from './lanes.ts';
import { writeOutputErrors } from './losses.ts';
import type { Topology } from './topology.ts';

/**
 * The example that pulls hardest at the network: whose own gradient, over all parameters, is longest. The first of
 * equals; 0 when there are none.
 */
export function hardestExample(topology: Topology, parameters: Numbers, examples: Examples): number {
  const batch = asBatch(topology, examples);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  writeOutputErrors(batch);
  for (const [index, pass] of [...batch.layers.entries()].reverse()) {
    const before = batch.layers[index - 1];
    if (before !== undefined) writeErrorsBefore(batch, pass, before);
  }
  const pulls = Array.from({ length: batch.count }, (_, example) => pullOf(batch, example));
  return Math.max(0, pulls.indexOf(Math.max(...pulls)));
}

/** The squared length of one example's gradient: per neuron, error² × (1 for the bias + the inputs' squares). */
function pullOf({ layers }: Batch, example: number): number {
  return layers.reduce(
    (sum, { errors, inputs }) => sum + squares(errors, example) * (1 + squares(inputs, example)),
    0,
  );
}

function squares({ values, groupWidth }: Rows, example: number): number {
  const first = cellOf(example, groupWidth / LANES);
  let sum = 0;
  for (let k = first; k < first + groupWidth; k += LANES) sum += at(values, k) * at(values, k);
  return sum;
}
