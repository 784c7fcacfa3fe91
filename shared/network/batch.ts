import type { Example } from '../datasets/example.ts';
import { writeColumn } from './columns.ts';
import type { Rows } from './kernels.ts';
import { LANES, paddedToLanes } from './lanes.ts';
import type { LayerSlice, OutputActivation, Topology } from './topology.ts';

/** Room for what one layer computes over all examples, laid out as lanes.ts says. */
export type LayerPass = {
  readonly slice: LayerSlice;
  readonly activation: OutputActivation;
  /** The activations of the layer before; the features for layer 1. */
  readonly inputs: Rows;
  readonly preActivations: Rows;
  readonly activations: Rows;
  /** ∂loss/∂pre-activation of each example, not yet divided by the number of examples. */
  readonly errors: Rows;
};

/**
 * Examples laid out for a topology, with room for everything the passes compute over them. Make one and hand
 * it to many calls to spare them the copying; nothing computed in it outlives the call that computed it.
 */
export type Batch = {
  readonly topology: Topology;
  readonly count: number;
  /** Within bounds; the passes read only these. */
  readonly parameters: Float64Array;
  readonly features: Rows;
  readonly targets: Rows;
  readonly layers: readonly LayerPass[];
  readonly output: LayerPass;
};

export type Examples = readonly Example[] | Batch;

/** Throws when an example does not fit the network, or holds a number that is not finite. */
export function createBatch(topology: Topology, examples: readonly Example[]): Batch {
  const batch = createEmptyBatch(topology, examples.length);
  for (const [index, example] of examples.entries()) {
    writeColumn(example.features, batch.features, index);
    writeColumn(example.target, batch.targets, index);
  }
  return batch;
}

/** A batch whose features are still to be written, and whose targets may stay 0 where no error is asked for. */
export function createEmptyBatch(topology: Topology, count: number): Batch {
  const { spec, layers: slices, parameterCount } = topology;
  const features = createRows(spec.sizes[0] ?? 0, count);
  const layers: LayerPass[] = [];
  let inputs = features;
  let output: LayerPass | null = null;
  for (const slice of slices) {
    const activation = slice.layer === slices.length ? spec.output : spec.hidden;
    output = createLayerPass(slice, activation, inputs, count);
    layers.push(output);
    inputs = output.activations;
  }
  if (output === null) throw new RangeError('a network has at least one layer after its inputs');
  const targets = createRows(output.slice.outputs, count);
  return { topology, count, parameters: new Float64Array(parameterCount), features, targets, layers, output };
}

/** The batch itself, or one made of the examples. Throws when the batch was laid out for another topology. */
export function asBatch(topology: Topology, examples: Examples): Batch {
  if (!('layers' in examples)) return createBatch(topology, examples);
  if (examples.topology !== topology) throw new RangeError('this batch was laid out for another topology');
  return examples;
}

function createLayerPass(
  slice: LayerSlice,
  activation: OutputActivation,
  inputs: Rows,
  count: number,
): LayerPass {
  const room = (): Rows => createRows(slice.outputs, count);
  return { slice, activation, inputs, preActivations: room(), activations: room(), errors: room() };
}

function createRows(neurons: number, count: number): Rows {
  return { values: new Float64Array(neurons * paddedToLanes(count)), groupWidth: neurons * LANES };
}
