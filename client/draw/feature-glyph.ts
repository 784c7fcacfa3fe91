import type { PetFeatures } from './pet.ts';

/** What a picture on an input neuron shows. A feature we have no picture for is a dot. */
export type FeatureGlyph = 'ears' | 'size' | 'snout' | 'whiskers' | 'dot';

/** A pet within a glyph: its place and width in units of the neuron's radius. */
export type GlyphPet = {
  readonly features: PetFeatures;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

const DRAWN: readonly FeatureGlyph[] = ['ears', 'size', 'snout', 'whiskers'];
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
    case 'dot':
      return [];
  }
}

/** The glyphs of a data set's inputs, by the keys the data set gives them. */
export function glyphsOf(featureNames: readonly string[]): readonly FeatureGlyph[] {
  return featureNames.map((name) => DRAWN.find((glyph) => glyph === name) ?? 'dot');
}
