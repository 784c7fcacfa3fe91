import type { Example } from '../datasets/example.ts';
import { at } from './at.ts';
import { bound, EXAMPLE_LIMIT, type Numbers } from './bounds.ts';
import type { LayerSlice, OutputActivation, Topology } from './topology.ts';

/**
 * Room for what one layer computes over all examples. Every array holds neuron after neuron, and for each
 * neuron its value for example 0, 1, 2, …: value of neuron j for example e at `j * count + e`. So the inner
 * loops run over examples, which are many, and not over neurons, which are few.
 */
export type LayerPass = {
  readonly slice: LayerSlice;
  readonly activation: OutputActivation;
  /** The activations of the layer before; the features for layer 1. */
  readonly inputs: Float64Array;
  readonly preActivations: Float64Array;
  readonly activations: Float64Array;
  /** ∂loss/∂pre-activation of each example, not yet divided by the number of examples. */
  readonly errors: Float64Array;
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
  readonly features: Float64Array;
  readonly targets: Float64Array;
  readonly layers: readonly LayerPass[];
  readonly output: LayerPass;
};

export type Examples = readonly Example[] | Batch;

/** Throws when an example does not fit the network, or holds a number that is not finite. */
export function createBatch(topology: Topology, examples: readonly Example[]): Batch {
  const batch = createEmptyBatch(topology, examples.length);
  for (const [index, example] of examples.entries()) {
    writeColumn(example.features, batch.features, index, batch.count);
    writeColumn(example.target, batch.targets, index, batch.count);
  }
  return batch;
}

/** A batch whose features are still to be written, and whose targets may stay 0 where no error is asked for. */
export function createEmptyBatch(topology: Topology, count: number): Batch {
  const { spec, layers: slices, parameterCount } = topology;
  const features = new Float64Array((spec.sizes[0] ?? 0) * count);
  const layers: LayerPass[] = [];
  let inputs: Float64Array = features;
  let output: LayerPass | null = null;
  for (const slice of slices) {
    const activation = slice.layer === slices.length ? spec.output : spec.hidden;
    output = createLayerPass(slice, activation, inputs, count);
    layers.push(output);
    inputs = output.activations;
  }
  if (output === null) throw new RangeError('a network has at least one layer after its inputs');
  const targets = new Float64Array(output.activations.length);
  return { topology, count, parameters: new Float64Array(parameterCount), features, targets, layers, output };
}

/** The batch itself, or one made of the examples. Throws when the batch was laid out for another topology. */
export function asBatch(topology: Topology, examples: Examples): Batch {
  if (!('layers' in examples)) return createBatch(topology, examples);
  if (examples.topology !== topology) throw new RangeError('this batch was laid out for another topology');
  return examples;
}

/** Writes one example's numbers down its column: number i at `i * count + column`. */
export function writeColumn(numbers: Numbers, into: Float64Array, column: number, count: number): void {
  if (numbers.length * count !== into.length) {
    throw new RangeError(
      `an example has ${numbers.length} numbers where the network has ${into.length / count}`,
    );
  }
  for (const [index, value] of numbers.entries()) {
    if (!Number.isFinite(value))
      throw new RangeError(`an example holds ${value}; examples are finite numbers`);
    into[index * count + column] = bound(value, EXAMPLE_LIMIT);
  }
}

/** Reads one example's numbers back from its column. */
export function readColumn(values: Float64Array, column: number, count: number, into: Float64Array): void {
  for (let index = 0; index < into.length; index++) into[index] = at(values, index * count + column);
}

function createLayerPass(
  slice: LayerSlice,
  activation: OutputActivation,
  inputs: Float64Array,
  count: number,
): LayerPass {
  const room = (): Float64Array => new Float64Array(slice.outputs * count);
  return { slice, activation, inputs, preActivations: room(), activations: room(), errors: room() };
}
