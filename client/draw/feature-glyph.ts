import type { Outline } from './outline.ts';
import type { PetFeatures } from './pet.ts';

/** What a picture on an input neuron shows. A feature we have no picture for is a dot. */
export type FeatureGlyph = 'ears' | 'size' | 'snout' | 'whiskers' | BillGlyph | 'dot';

/** A bill, and which way it was measured. */
type BillGlyph = 'bill-length' | 'bill-depth';

/** A pet within a glyph: its place and width in units of the neuron's radius. */
export type GlyphPet = {
  readonly features: PetFeatures;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

const DRAWN: readonly FeatureGlyph[] = ['ears', 'size', 'snout', 'whiskers', 'bill-length', 'bill-depth'];
const PLAIN: PetFeatures = { ears: 0.9, size: 1.5 };

/** The pets that make up a glyph, back to front; a dot has none. */
export function petsOfGlyph(glyph: FeatureGlyph): readonly GlyphPet[] {
  switch (glyph) {
    case 'ears':
      return [{ features: { ...PLAIN, ears: 1.1 }, x: 0, y: -0.02, width: 1.62 }];
    case 'size':
      return [
        { features: { ears: 0.2, size: 1.5 }, x: 0.16, y: -0.12, width: 1.2 },
        { features: { ears: 0.2, size: 1.5 }, x: -0.5, y: 0.36, width: 0.56 },
      ];
    case 'snout':
      return [{ features: { ...PLAIN, ears: 0.2, snout: 1.5 }, x: 0, y: -0.02, width: 1.62 }];
    case 'whiskers':
      return [{ features: { ...PLAIN, whiskers: 1.5 }, x: 0, y: -0.02, width: 1.62 }];
    case 'bill-length':
    case 'bill-depth':
    case 'dot':
      return [];
  }
}

/** What a measured bill is drawn with, in units of the neuron's radius: the bill, and the line it was measured along. */
export type BillDrawing = { readonly bill: Outline; readonly mouth: Outline; readonly measure: Outline };

/** The bill of a glyph that is one; null for all others. */
export function billOfGlyph(glyph: FeatureGlyph): BillDrawing | null {
  switch (glyph) {
    case 'bill-length':
      return { ...bill(-0.17), measure: measured({ x: -0.58, y: 0.38 }, { x: 0.66, y: 0.38 }) };
    case 'bill-depth':
      return { ...bill(0), measure: measured({ x: -0.62, y: -0.34 }, { x: -0.62, y: 0.34 }) };
    case 'ears':
    case 'size':
    case 'snout':
    case 'whiskers':
    case 'dot':
      return null;
  }
}

/** From the face on the left to a tip a little hooked. */
function bill(y: number): Pick<BillDrawing, 'bill' | 'mouth'> {
  return {
    bill: [
      { kind: 'move', x: -0.42, y: y - 0.3 },
      { kind: 'curve', x1: 0.1, y1: y - 0.34, x2: 0.55, y2: y - 0.16, x: 0.66, y: y + 0.16 },
      { kind: 'curve', x1: 0.4, y1: y + 0.12, x2: 0.1, y2: y + 0.32, x: -0.42, y: y + 0.3 },
      { kind: 'close' },
    ],
    mouth: [
      { kind: 'move', x: -0.42, y: y + 0.04 },
      { kind: 'curve', x1: 0, y1: y + 0.06, x2: 0.3, y2: y + 0.02, x: 0.6, y: y + 0.13 },
    ],
  };
}

type Place = { readonly x: number; readonly y: number };

/** A line with a stroke across each end, as on a technical drawing; it runs level or upright. */
function measured(from: Place, to: Place): Outline {
  const across = from.y === to.y ? { x: 0, y: 0.13 } : { x: 0.13, y: 0 };
  return [
    { kind: 'move', ...from },
    { kind: 'line', ...to },
    ...[from, to].flatMap(({ x, y }): Outline => [
      { kind: 'move', x: x - across.x, y: y - across.y },
      { kind: 'line', x: x + across.x, y: y + across.y },
    ]),
  ];
}

/** The glyphs of a data set's inputs, by the keys the data set gives them. */
export function glyphsOf(featureNames: readonly string[]): readonly FeatureGlyph[] {
  return featureNames.map((name) => DRAWN.find((glyph) => glyph === name) ?? 'dot');
}
