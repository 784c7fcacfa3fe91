import { createEmptyBatch, writeColumn, type Batch } from './batch.ts';
import { loadParameters, type Numbers } from './bounds.ts';
import { runForward } from './forward-pass.ts';
import type { Topology } from './topology.ts';

/** What one example made of a layer: one number per neuron. Layer 1 is the first after the inputs. */
export type LayerTrace = {
  readonly layer: number;
  readonly preActivations: Float64Array;
  readonly activations: Float64Array;
};

/** The network's answers to one example: one number per output neuron. Throws when the lengths do not fit. */
export function forward(topology: Topology, parameters: Numbers, features: Numbers): Float64Array {
  return runOne(topology, parameters, features).output.activations;
}

/** One example's way through the network, layer by layer, the output layer last. */
export function forwardTrace(
  topology: Topology,
  parameters: Numbers,
  features: Numbers,
): readonly LayerTrace[] {
  return runOne(topology, parameters, features).layers.map(({ slice, preActivations, activations }) => ({
    layer: slice.layer,
    preActivations,
    activations,
  }));
}

function runOne(topology: Topology, parameters: Numbers, features: Numbers): Batch {
  const batch = createEmptyBatch(topology, 1);
  writeColumn(features, batch.features, 0, 1);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  return batch;
}
