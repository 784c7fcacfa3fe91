import type { Point } from './bezier.ts';
import type { Size } from './network-layout.ts';
import { drawAnimal } from './animal-canvas.ts';
import { animalOfExample } from './animal-of-example.ts';
import { classMark } from './class-marks.ts';
import { trace } from './outline.ts';
import type { Palette } from './palette.ts';
import { linearScale, type Scale } from './scales.ts';

/** One example on the map. `isWrong` is whether the network takes it for the other class. */
export type MapExample = {
  readonly features: readonly number[];
  /** Where it stands: right and up, in the features' units. */
  readonly at: readonly [number, number];
  /** The true class, by its index. */
  readonly classIndex: number;
  readonly isWrong: boolean;
};

export type DecisionMapData = {
  readonly examples: readonly MapExample[];
  /** Standardised features shown on either side of 0, the same on both axes. */
  readonly range: number;
  /** What the features are called: by their names an example has a picture, or else a mark. */
  readonly featureNames: readonly string[];
  /** The index of an example to point out, or null. */
  readonly marked: number | null;
};

/** Widths in shares of the map's smaller side. */
const ANIMAL_WIDTH = 0.145;
const MARK_RADIUS = 0.018;

/**
 * Draws the examples over the heat map: large ones first, so that no chihuahua sits behind a husky. This is the
 * dear part (60 pets take some 30 ms on a phone) and changes only with the examples, never with the network.
 */
export function drawExamples(
  context: CanvasRenderingContext2D,
  data: DecisionMapData,
  size: Size,
  palette: Palette,
): void {
  context.clearRect(0, 0, size.width, size.height);
  const scales = mapScales(data.range, size);
  const unit = Math.min(size.width, size.height);
  const largestFirst = [...data.examples].sort((a, b) => (b.features[1] ?? 0) - (a.features[1] ?? 0));
  for (const example of largestFirst) {
    const place = placeOfExample(example, scales);
    const px = unit * ANIMAL_WIDTH;
    const drawing = animalOfExample(data.featureNames, example.features, px);
    if (drawing === null) drawMark(context, example, place, unit * MARK_RADIUS, palette);
    else drawAnimal(context, { drawing, classIndex: example.classIndex, ...place, px }, palette);
  }
}

/** Rings what the network gets wrong, and the example pointed out: cheap enough for every frame of a step. */
export function drawRings(
  context: CanvasRenderingContext2D,
  data: DecisionMapData,
  size: Size,
  palette: Palette,
): void {
  context.clearRect(0, 0, size.width, size.height);
  const scales = mapScales(data.range, size);
  const unit = Math.min(size.width, size.height);
  data.examples.forEach((example, index) => {
    const place = placeOfExample(example, scales);
    const radius = ringRadius(example, data.featureNames, unit);
    if (example.isWrong) drawRing(context, place, radius, palette.worse, palette.card, [5, 4]);
    if (data.marked === index) drawRing(context, place, radius * 1.15, palette.ink, palette.card, []);
  });
}

/** Whether two maps show the same examples, whatever the network makes of them. */
export function showsSameExamples(a: DecisionMapData, b: DecisionMapData): boolean {
  if (a.range !== b.range || a.examples.length !== b.examples.length) return false;
  if (String(a.featureNames) !== String(b.featureNames)) return false;
  return a.examples.every((example, index) => {
    const other = b.examples[index];
    return other?.features === example.features && other.classIndex === example.classIndex;
  });
}

/** Close around the picture, whatever its size. */
function ringRadius({ features }: MapExample, featureNames: readonly string[], unit: number): number {
  const px = unit * ANIMAL_WIDTH;
  const scale = animalOfExample(featureNames, features, px)?.scale ?? null;
  // A pet fills its box with its ears; a ring as wide as its head says as much.
  return scale === null ? unit * MARK_RADIUS * 2.2 : (px * scale * RING_OF_ANIMAL) / 2 + 4;
}

const RING_OF_ANIMAL = 0.8;

export type MapScales = { readonly x: Scale; readonly y: Scale };

/** Feature 0 grows to the right, feature 1 upwards; where there is but one, what is answered grows upwards. */
export function mapScales(range: number, size: Size): MapScales {
  return {
    x: linearScale([-range, range], [0, size.width]),
    y: linearScale([-range, range], [size.height, 0]),
  };
}

function placeOfExample({ at: [right, up] }: MapExample, { x, y }: MapScales): Point {
  return { x: x(right), y: y(up) };
}

/** A shape for each class: colour alone would leave some eyes out. */
function drawMark(
  context: CanvasRenderingContext2D,
  { classIndex }: MapExample,
  { x, y }: Point,
  radius: number,
  palette: Palette,
): void {
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  context.beginPath();
  trace(context, classMark(classIndex));
  context.restore();
  context.fillStyle = palette.classes[classIndex]?.ink ?? palette.ink;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = palette.card;
  context.stroke();
}

function drawRing(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  radius: number,
  colour: string,
  casing: string,
  dashes: readonly number[],
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  // A pale casing first: red on orange alone would be lost to many eyes. Small maps have thinner rings.
  const share = Math.min(1, Math.max(0.55, radius / 14));
  context.lineWidth = 5 * share;
  context.strokeStyle = casing;
  context.stroke();
  context.setLineDash([...dashes]);
  context.lineWidth = 2.5 * share;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
}
