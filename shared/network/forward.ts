import { createEmptyBatch, type Batch } from './batch.ts';
import { loadParameters, type Numbers } from './bounds.ts';
import { readColumn, writeColumn } from './columns.ts';
import { runForward } from './forward-pass.ts';
import type { Rows } from './kernels.ts';
import { LANES } from './lanes.ts';
import type { Topology } from './topology.ts';

/** What one example made of a layer: one number per neuron. Layer 1 is the first after the inputs. */
export type LayerTrace = {
  readonly layer: number;
  readonly preActivations: Float64Array;
  readonly activations: Float64Array;
};

/** The network's answers to one example: one number per output neuron. Throws when the lengths do not fit. */
export function forward(topology: Topology, parameters: Numbers, features: Numbers): Float64Array {
  return onlyColumn(runOne(topology, parameters, features).output.activations);
}

/** One example's way through the network, layer by layer, the output layer last. */
export function forwardTrace(
  topology: Topology,
  parameters: Numbers,
  features: Numbers,
): readonly LayerTrace[] {
  return runOne(topology, parameters, features).layers.map(({ slice, preActivations, activations }) => ({
    layer: slice.layer,
    preActivations: onlyColumn(preActivations),
    activations: onlyColumn(activations),
  }));
}

function runOne(topology: Topology, parameters: Numbers, features: Numbers): Batch {
  const batch = createEmptyBatch(topology, 1);
  writeColumn(features, batch.features, 0);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  return batch;
}

function onlyColumn(rows: Rows): Float64Array {
  return readColumn(rows, 0, new Float64Array(rows.groupWidth / LANES));
}
