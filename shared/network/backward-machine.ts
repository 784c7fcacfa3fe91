import type { Example } from '../datasets/example.ts';
import { at } from './at.ts';
import { createBatch, type Batch, type LayerPass } from './batch.ts';
import { writeErrorsBefore, writeLayerGradient } from './backward-pass.ts';
import { loadParameters, type Numbers } from './bounds.ts';
import { runForward } from './forward-pass.ts';
import { LANES } from './lanes.ts';
import { meanLoss, writeOutputErrors } from './losses.ts';
import type { Topology } from './topology.ts';

/** A backward pass that waits before the layer it opens next. Stepping it makes another; it never changes itself. */
export type BackwardMachine = {
  /** The layer that opens next; the output layer is the first to. */
  readonly nextLayer: number;
  /** The mean loss the error comes from. */
  readonly loss: number;
  /** The examples as the forward pass left them; each layer's errors are filled in when the error reaches it. */
  readonly batch: Batch;
};

/** What opening one layer lets be seen, and nothing of the layers before it. */
export type OpenedLayer = {
  readonly layer: number;
  /** Index of the layer's first parameter; `gradient[0]` is that one's. */
  readonly firstParameter: number;
  /** ∂loss/∂parameter of the layer's weights row by row, then of its biases; the same bits as `backward` gives. */
  readonly gradient: Float64Array;
  /** Per neuron, the mean over the examples of ∂loss/∂pre-activation: which way the neuron should go. */
  readonly meanErrors: Float64Array;
  /** Per neuron, the mean of its size: how much error reached the neuron, whichever way. */
  readonly meanAbsoluteErrors: Float64Array;
};

/** The forward pass, and the error at the output: nothing is open yet. */
export function startBackward(
  topology: Topology,
  parameters: Numbers,
  examples: readonly Example[],
): BackwardMachine {
  const batch = createBatch(topology, examples);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  writeOutputErrors(batch);
  return { nextLayer: batch.output.slice.layer, loss: meanLoss(batch), batch };
}

/** Opens one layer. `next` is null after layer 1, when all are open. */
export function stepBackward(machine: BackwardMachine): {
  readonly opened: OpenedLayer;
  readonly next: BackwardMachine | null;
} {
  const { batch, nextLayer } = machine;
  const pass = batch.layers[nextLayer - 1];
  if (pass === undefined) throw new RangeError(`layer ${nextLayer} of a network of ${batch.layers.length}`);
  const opened = openLayer(batch, pass);
  const before = batch.layers[nextLayer - 2];
  if (before === undefined) return { opened, next: null };
  // Stepping the same machine twice writes the same numbers to the same place, so nobody sees this.
  writeErrorsBefore(batch, pass, before);
  return { opened, next: { ...machine, nextLayer: nextLayer - 1 } };
}

function openLayer(batch: Batch, pass: LayerPass): OpenedLayer {
  const { slice } = pass;
  const gradient = new Float64Array(slice.outputs * (slice.inputs + 1));
  writeLayerGradient(batch, pass, gradient, slice.weightStart);
  return {
    layer: slice.layer,
    firstParameter: slice.weightStart,
    gradient,
    meanErrors: gradient.slice(slice.biasStart - slice.weightStart), // a bias's gradient is just its neuron's mean error
    meanAbsoluteErrors: meanAbsolutes(batch, pass),
  };
}

function meanAbsolutes({ count }: Batch, { slice, errors }: LayerPass): Float64Array {
  const means = new Float64Array(slice.outputs);
  for (let k = 0; k < errors.values.length; k++) {
    const neuron = Math.floor(k / LANES) % slice.outputs;
    means[neuron] = at(means, neuron) + Math.abs(at(errors.values, k));
  }
  return means.map((sum) => sum / Math.max(1, count));
}
