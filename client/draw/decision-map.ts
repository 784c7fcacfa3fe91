import type { Point } from './bezier.ts';
import type { Size } from './network-layout.ts';
import type { Palette } from './palette.ts';
import { drawPet } from './pet-canvas.ts';
import { petScale } from './pet.ts';
import type { Sign } from './edge-style.ts';
import { linearScale, type Scale } from './scales.ts';

/** One example on the map. `isWrong` is whether the network takes it for the other class. */
export type MapExample = {
  readonly features: readonly number[];
  /** The true class: positive is the dog, negative the cat. */
  readonly truth: Sign;
  readonly isWrong: boolean;
};

export type DecisionMapData = {
  readonly examples: readonly MapExample[];
  /** Standardised features shown on either side of 0, the same on both axes. */
  readonly range: number;
  /** Whether examples are pets, or dots for data that have no picture. */
  readonly look: 'pets' | 'dots';
  /** The index of an example to point out, or null. */
  readonly marked: number | null;
};

/** Widths in shares of the map's smaller side. */
const PET_WIDTH = 0.145;
const DOT_RADIUS = 0.016;

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
    const place = placeOfExample(example.features, scales);
    if (data.look === 'pets') drawPetAt(context, example, place, unit * PET_WIDTH, palette);
    else drawDotAt(context, example, place, unit * DOT_RADIUS, palette);
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
    const place = placeOfExample(example.features, scales);
    const radius = ringRadius(example, data.look, unit);
    if (example.isWrong) drawRing(context, place, radius, palette.worse, palette.card, [5, 4]);
    if (data.marked === index) drawRing(context, place, radius * 1.15, palette.ink, palette.card, []);
  });
}

/** Whether two maps show the same examples, whatever the network makes of them. */
export function showsSameExamples(a: DecisionMapData, b: DecisionMapData): boolean {
  if (a.range !== b.range || a.look !== b.look || a.examples.length !== b.examples.length) return false;
  return a.examples.every((example, index) => {
    const other = b.examples[index];
    return other?.features === example.features && other.truth === example.truth;
  });
}

/** Close around the picture, whatever its size. */
function ringRadius({ features }: MapExample, look: DecisionMapData['look'], unit: number): number {
  if (look === 'dots') return unit * DOT_RADIUS * 2.2;
  return (unit * PET_WIDTH * petScale(features[1] ?? 0)) / 2 + 4;
}

export type MapScales = { readonly x: Scale; readonly y: Scale };

/** Feature 0 grows to the right, feature 1 upwards. */
export function mapScales(range: number, size: Size): MapScales {
  return {
    x: linearScale([-range, range], [0, size.width]),
    y: linearScale([-range, range], [size.height, 0]),
  };
}

function placeOfExample(features: readonly number[], { x, y }: MapScales): Point {
  return { x: x(features[0] ?? 0), y: y(features[1] ?? 0) };
}

function drawPetAt(
  context: CanvasRenderingContext2D,
  { features, truth }: MapExample,
  { x, y }: Point,
  px: number,
  palette: Palette,
): void {
  drawPet(
    context,
    {
      features: { ears: features[0] ?? 0, size: features[1] ?? 0 },
      kind: truth === 'positive' ? 'dog' : 'cat',
      x,
      y,
      px,
    },
    palette,
  );
}

/** A disc or, for the negative class, a diamond: colour alone would leave some eyes out. */
function drawDotAt(
  context: CanvasRenderingContext2D,
  { truth }: MapExample,
  { x, y }: Point,
  radius: number,
  palette: Palette,
): void {
  context.beginPath();
  if (truth === 'positive') {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  } else {
    const reach = radius * 1.25;
    context.moveTo(x, y - reach);
    context.lineTo(x + reach, y);
    context.lineTo(x, y + reach);
    context.lineTo(x - reach, y);
    context.closePath();
  }
  context.fillStyle = truth === 'positive' ? palette.dogInk : palette.catInk;
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
  // A pale casing first: red on orange alone would be lost to many eyes.
  context.lineWidth = 5;
  context.strokeStyle = casing;
  context.stroke();
  context.setLineDash([...dashes]);
  context.lineWidth = 2.5;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
}
