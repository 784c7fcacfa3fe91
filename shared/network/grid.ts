import { at } from './at.ts';
import { createEmptyBatch, type Batch } from './batch.ts';
import { loadParameters, type Numbers } from './bounds.ts';
import { runForward } from './forward-pass.ts';
import type { Rows } from './kernels.ts';
import { cellOf, LANES } from './lanes.ts';
import type { Topology } from './topology.ts';

/** The window a map looks through: two features spread over a square of `size` × `size` cells, the others held still. */
export type GridView = {
  readonly size: number;
  readonly x: GridAxis;
  readonly y: GridAxis;
  /** One value per feature; those of the two axes are not read. */
  readonly others: Numbers;
};

export type GridAxis = { readonly feature: number; readonly from: number; readonly to: number };

/** Room for every neuron's picture, filled anew for each set of parameters without allocating. */
export type ActivationGrid = {
  readonly view: GridView;
  /**
   * Picture after picture: the inputs, then each layer's neurons, the output last; each row by row from the
   * top, where y is largest, sampled in the middle of the cells.
   */
  readonly values: Float32Array;
  /** One row of the picture is one batch of examples. */
  readonly row: Batch;
};

export function createActivationGrid(topology: Topology, view: GridView): ActivationGrid {
  const row = createEmptyBatch(topology, view.size);
  for (const [feature, value] of view.others.entries()) writeFeature(row, feature, () => value);
  writeFeature(row, view.x.feature, (column) => middleOfCell(view.x, column, view.size));
  const neurons = topology.spec.sizes.reduce((sum, size) => sum + size, 0);
  return { view, values: new Float32Array(neurons * view.size * view.size), row };
}

/** What every neuron answers all over the view, in one pass. Returns the grid's own values. */
export function fillActivationGrid({ view, values, row }: ActivationGrid, parameters: Numbers): Float32Array {
  loadParameters(row.topology, parameters, row.parameters);
  for (let line = 0; line < view.size; line++) {
    writeFeature(row, view.y.feature, () => middleOfCell(view.y, view.size - 1 - line, view.size));
    runForward(row);
    copyLine(row, line, values);
  }
  return values;
}

/** One neuron's picture: `size` × `size` values, a window on the grid's own. Layer 0 are the inputs. */
export function pictureOf(
  { view, values, row }: ActivationGrid,
  layer: number,
  neuron: number,
): Float32Array {
  const before = row.topology.spec.sizes.slice(0, layer).reduce((sum, size) => sum + size, 0);
  const cells = view.size * view.size;
  return values.subarray((before + neuron) * cells, (before + neuron + 1) * cells);
}

function middleOfCell({ from, to }: GridAxis, cell: number, size: number): number {
  return from + ((cell + 0.5) / size) * (to - from);
}

function writeFeature(
  { features, count }: Batch,
  feature: number,
  valueAt: (column: number) => number,
): void {
  const inputs = features.groupWidth / LANES;
  if (!(feature >= 0 && feature < inputs)) throw new RangeError(`no feature ${feature} among ${inputs}`);
  for (let column = 0; column < count; column++) {
    features.values[cellOf(column, inputs) + feature * LANES] = valueAt(column);
  }
}

function copyLine(row: Batch, line: number, into: Float32Array): void {
  let picture = copyLayerLine(row.features, row.count, line, into, 0);
  for (const { activations } of row.layers) {
    picture = copyLayerLine(activations, row.count, line, into, picture);
  }
}

/** Copies one line of each neuron of a layer into its picture; returns the number of the picture after them. */
function copyLayerLine(
  { values, groupWidth }: Rows,
  size: number,
  line: number,
  into: Float32Array,
  firstPicture: number,
): number {
  const neurons = groupWidth / LANES;
  for (let column = 0; column < size; column++) {
    const cell = cellOf(column, neurons);
    const target = (firstPicture * size + line) * size + column;
    for (let neuron = 0; neuron < neurons; neuron++) {
      into[target + neuron * size * size] = at(values, cell + neuron * LANES);
    }
  }
  return firstPicture + neurons;
}
