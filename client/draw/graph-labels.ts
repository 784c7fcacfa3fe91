import type { Point } from './bezier.ts';
import { placeLabels } from './edge-labels.ts';
import { neuronAt, type NetworkLayout } from './network-layout.ts';

/** What stands on a weight: a name, an arrow, both, or only a dot to press or to show that it has proposed. */
export type GraphMark = {
  readonly parameter: number;
  readonly name: string | null;
  readonly hasArrow: boolean;
};

export type PlacedMark = {
  readonly parameter: number;
  readonly shape: 'pill' | 'tab' | 'dot';
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
};

/** A letter's mean width and a label's padding, in font sizes: close enough to place by. */
const LETTER = 0.58;
const PADDING = 1.5;
const ARROW = 1.3;
const HEIGHT = 1.85;
const TAB_HEIGHT = 1.55;
const DOT = 0.95;

/** The font of the labels in pixels, for a layout. */
export function labelFont(layout: NetworkLayout): number {
  return Math.min(26, Math.max(11.5, layout.radius * 0.37));
}

/** Where every mark sits and how large it is. A mark on a bias hangs from its neuron and stays there. */
export function placeMarks(layout: NetworkLayout, marks: readonly GraphMark[]): readonly PlacedMark[] {
  const font = labelFont(layout);
  const widest = widestLabel(layout);
  const byParameter = new Map(marks.map((mark) => [mark.parameter, mark]));
  const sized = (mark: GraphMark): number => Math.min(widest, markWidth(mark, font));
  const tabs = layout.biases.flatMap(({ parameter, centre }): readonly PlacedMark[] => {
    const mark = byParameter.get(parameter.index);
    if (mark === undefined) return [];
    const shape = isDot(mark) ? 'dot' : 'tab';
    return [
      { parameter: mark.parameter, shape, centre, width: sized(mark), height: markHeight(mark, shape, font) },
    ];
  });
  const wishes = layout.edges.flatMap((edge) => {
    const mark = byParameter.get(edge.parameter.index);
    if (mark === undefined) return [];
    return [{ edge, width: sized(mark), height: markHeight(mark, 'pill', font) }];
  });
  const byEdge = new Map(wishes.map((wish) => [wish.edge.parameter.index, wish]));
  const pills = placeLabels(wishes, layout.neurons.flat()).map(({ parameter, centre }): PlacedMark => {
    const { width, height } = byEdge.get(parameter) ?? { width: 0, height: 0 };
    const mark = byParameter.get(parameter);
    return { parameter, shape: mark !== undefined && isDot(mark) ? 'dot' : 'pill', centre, width, height };
  });
  return [...pills, ...tabs];
}

/** Captions are this much larger than the names on weights. */
export const CAPTION_GROWTH = 1.12;

/** A caption under a neuron: where its middle stands, and as much of it as fits between two columns. */
export type PlacedCaption = Point & { readonly text: string };

/**
 * Its baseline clears the bias tab. A long name moves inwards rather than out of the picture; one that is too long for
 * that is cut, since the sentences about a weight give it whole.
 */
export function placeCaption(
  layout: NetworkLayout,
  { layer, index }: { readonly layer: number; readonly index: number },
  caption: string,
): PlacedCaption {
  const { centre, radius } = neuronAt(layout.neurons, layer, index);
  const font = labelFont(layout);
  const letter = font * CAPTION_GROWTH * LETTER;
  const most = Math.max(8, Math.floor((columnPitch(layout) * CAPTION_OF_PITCH) / letter));
  const text = caption.length <= most ? caption : `${caption.slice(0, most - 1).trimEnd()}…`;
  const half = (text.length * letter) / 2;
  const x = Math.max(Math.min(half, layout.size.width / 2), Math.min(layout.size.width - half, centre.x));
  return { x, y: centre.y + radius + font * (layer === 0 ? 1.35 : 2), text };
}

const CAPTION_OF_PITCH = 0.6;

function widestLabel(layout: NetworkLayout): number {
  return Math.max(40, (columnPitch(layout) - 2 * layout.radius) * 0.62);
}

function columnPitch(layout: NetworkLayout): number {
  const columns = layout.neurons.map((layer) => layer[0]?.centre.x ?? 0);
  return (columns[1] ?? layout.size.width) - (columns[0] ?? 0);
}

function markWidth(mark: GraphMark, font: number): number {
  if (isDot(mark)) return font * DOT;
  const letters = mark.name === null ? 0 : mark.name.length * LETTER;
  return font * (letters + PADDING + (mark.hasArrow ? ARROW : 0));
}

function markHeight(mark: GraphMark, shape: PlacedMark['shape'], font: number): number {
  if (isDot(mark)) return font * DOT;
  return font * (shape === 'tab' ? TAB_HEIGHT : HEIGHT);
}

function isDot(mark: GraphMark): boolean {
  return mark.name === null && !mark.hasArrow;
}
