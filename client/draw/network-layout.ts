import type { Parameter, Topology } from '../../shared/network/topology.ts';
import { connection, type Bezier, type Point } from './bezier.ts';

/** Width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

export type NeuronPlace = {
  readonly layer: number;
  readonly index: number;
  readonly centre: Point;
  readonly radius: number;
};

export type EdgePlace = { readonly parameter: Parameter; readonly curve: Bezier };

/** A bias hangs on the lower rim of its neuron. */
export type BiasPlace = { readonly parameter: Parameter; readonly centre: Point };

export type NetworkLayout = {
  readonly size: Size;
  /** The radius of a hidden neuron: the unit everything else is measured in. */
  readonly radius: number;
  readonly neurons: readonly (readonly NeuronPlace[])[];
  readonly edges: readonly EdgePlace[];
  readonly biases: readonly BiasPlace[];
};

/** Room for words: none on a phone's small network, a line under the first and last layer elsewhere. */
export type Roominess = 'tight' | 'captioned';

/** Shares of a row's and a column's pitch that a neuron's radius may take. */
const RADIUS_OF_ROW = 0.32;
const RADIUS_OF_COLUMN = 0.155;
/** A lone answer is drawn larger: it is what the class looks at. */
const ANSWER_GROWTH = 1.65;
const INPUT_GROWTH = 1.1;
/** … and no closer than this many radii, or a caption would lie under the next neuron. */
const CLOSEST_ROW = 2.9;
/** Room for "respuesta" in the smallest letters, below a neuron and to both sides of it, however small it is. */
const CAPTION_WIDTH_PX = 92;
const CAPTION_HEIGHT_PX = 36;
/** Rows drift no further apart than this share of the height, or two inputs would sit in the corners. */
const WIDEST_ROW = 0.36;

/** Places every neuron, edge and bias of a network in a box, inputs at the left. */
export function layoutNetwork(topology: Topology, size: Size, room: Roominess): NetworkLayout {
  const { sizes } = topology.spec;
  const radius = hiddenRadius(sizes, size, room);
  const radii = sizes.map((count, layer) => radius * growth(layer, count, sizes.length, room));
  const columns = columnCentres(radii, size, room);
  const neurons = sizes.map((count, layer) => {
    const layerRadius = radii[layer] ?? radius;
    return rowCentres(count, size, radii, room).map((y, index): NeuronPlace => {
      return { layer, index, centre: { x: columns[layer] ?? 0, y }, radius: layerRadius };
    });
  });
  const edges: EdgePlace[] = [];
  const biases: BiasPlace[] = [];
  for (const parameter of topology.parameters) {
    const to = neuronAt(neurons, parameter.layer, parameter.to);
    if (parameter.from === null) {
      biases.push({ parameter, centre: { x: to.centre.x, y: to.centre.y + to.radius } });
    } else {
      const from = neuronAt(neurons, parameter.layer - 1, parameter.from);
      edges.push({ parameter, curve: connection(rim(from, 1), rim(to, -1)) });
    }
  }
  return { size, radius, neurons, edges, biases };
}

/** One neuron's place. Asking for one that is not there is a bug of the caller's topology. */
export function neuronAt(neurons: NetworkLayout['neurons'], layer: number, index: number): NeuronPlace {
  const place = neurons[layer]?.[index];
  if (place === undefined) throw new Error(`the layout should have neuron ${index} in layer ${layer}`);
  return place;
}

function hiddenRadius(sizes: readonly number[], size: Size, room: Roominess): number {
  const row = usableHeight(size, room) / Math.max(...sizes);
  const column = size.width / sizes.length;
  return Math.max(4, Math.min(row * RADIUS_OF_ROW, column * RADIUS_OF_COLUMN, size.height * 0.13));
}

function growth(layer: number, count: number, layers: number, room: Roominess): number {
  if (room === 'tight') return 1;
  if (layer === 0) return INPUT_GROWTH;
  if (layer === layers - 1) return count === 1 ? ANSWER_GROWTH : INPUT_GROWTH;
  return 1;
}

/** Columns share the width evenly between the outermost rims, with air for a caption wider than its neuron. */
function columnCentres(radii: readonly number[], size: Size, room: Roominess): readonly number[] {
  const air = room === 'captioned' ? 0.5 : 0.35;
  const least = room === 'captioned' ? Math.min(CAPTION_WIDTH_PX / 2, size.width * 0.15) : 0;
  const first = Math.max(least, (radii[0] ?? 0) * (1 + air));
  const last = size.width - Math.max(least, (radii[radii.length - 1] ?? 0) * (1 + air));
  const gaps = Math.max(1, radii.length - 1);
  return radii.map((_, layer) => first + ((last - first) * layer) / gaps);
}

function rowCentres(count: number, size: Size, radii: readonly number[], room: Roominess): readonly number[] {
  const tallest = Math.max(...radii.map((radius, layer) => (layer === radii.length - 1 ? 0 : radius)));
  const height = usableHeight(size, room);
  const top = (size.height - height) / (room === 'captioned' ? 2.6 : 2);
  const span = height - tallest * 2.3;
  const pitch =
    count === 1 ? 0 : Math.min(span / (count - 1), Math.max(height * WIDEST_ROW, tallest * CLOSEST_ROW));
  const middle = top + height / 2;
  return Array.from({ length: count }, (_, index) => middle + (index - (count - 1) / 2) * pitch);
}

/** Bias tabs hang below the last row, and numbers stand above the first. */
function usableHeight(size: Size, room: Roominess): number {
  if (room === 'tight') return size.height * 0.98;
  return size.height - Math.max(size.height * 0.07, Math.min(CAPTION_HEIGHT_PX, size.height * 0.2));
}

function rim(neuron: NeuronPlace, side: 1 | -1): Point {
  return { x: neuron.centre.x + side * neuron.radius, y: neuron.centre.y };
}
