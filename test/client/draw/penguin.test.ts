import { describe, expect, it } from 'vitest';
import { animalOfExample } from '../../../client/draw/animal-of-example.ts';
import { svgPath } from '../../../client/draw/outline.ts';
import { drawingOfPenguin, type PenguinFeatures } from '../../../client/draw/penguin.ts';
import { drawingOfPet } from '../../../client/draw/pet.ts';
import { pointsOf, reachOf } from './points-of.ts';

const USUAL: PenguinFeatures = { billLength: 0, billDepth: 0, flipperLength: 0, bodyMass: 0 };
const drawn = (changed: Partial<PenguinFeatures>): ReturnType<typeof drawingOfPenguin> =>
  drawingOfPenguin({ ...USUAL, ...changed }, 200);

/** The bill is the only part in the colour of an inner ear. */
function bill(features: Partial<PenguinFeatures>): { readonly length: number; readonly depth: number } {
  const parts = drawn(features).parts.filter(({ paint }) => paint === 'inner-ear');
  const spots = pointsOf({ parts });
  const ys = spots.map(({ y }) => y);
  return { length: Math.max(...spots.map(({ x }) => x)), depth: Math.max(...ys) - Math.min(...ys) };
}

describe('a drawn penguin', () => {
  it('has a bill as long and as deep as was measured', () => {
    expect(bill({ billLength: 1 }).length).toBeGreaterThan(bill({ billLength: -1 }).length + 0.2);
    expect(bill({ billDepth: 1 }).depth).toBeGreaterThan(bill({ billDepth: -1 }).depth + 0.1);
    expect(bill({ billDepth: 1 }).length).toBe(bill({ billDepth: -1 }).length);
  });

  it('is larger and rounder the heavier it is, and its flipper reaches down as far as was measured', () => {
    expect(drawn({ bodyMass: 1 }).scale).toBeGreaterThan(drawn({ bodyMass: -1 }).scale);
    expect(reachOf(drawn({ bodyMass: 2, billLength: -2 })).x).toBeGreaterThan(
      reachOf(drawn({ bodyMass: -2, billLength: -2 })).x,
    );
    const tip = (flipperLength: number): number => {
      const { parts } = drawn({ flipperLength });
      return Math.max(...pointsOf({ parts: parts.slice(5, 6) }).map(({ y }) => y));
    };
    expect(tip(1)).toBeGreaterThan(tip(-1) + 0.2);
  });

  it('fits its box whatever was measured, and a single bad number does not break it', () => {
    for (const extreme of [-9, -2, 0, 2, 9]) {
      const features = { billLength: extreme, billDepth: extreme, flipperLength: extreme, bodyMass: extreme };
      const { x, y } = reachOf(drawingOfPenguin(features, 200));
      expect(Math.max(x, y)).toBeLessThanOrEqual(1);
    }
  });

  it('is drawn with the usual flipper and mass where nobody measured them', () => {
    expect(drawingOfPenguin({ billLength: 0, billDepth: 0 }, 200)).toEqual(drawn({}));
  });

  it('leaves out the glint of its eye at 16 pixels, and draws thicker lines', () => {
    const small = drawingOfPenguin(USUAL, 16);
    expect(small.parts.length).toBeLessThan(drawn({}).parts.length);
    expect(small.parts[2]?.strokeWidth).toBeGreaterThan(drawn({}).parts[2]?.strokeWidth ?? Infinity);
  });
});

describe('an example as a picture', () => {
  it('is the animal its features belong to', () => {
    expect(animalOfExample(['bill-length', 'bill-depth'], [1, -1], 80)).toEqual(
      drawingOfPenguin({ billLength: 1, billDepth: -1 }, 80),
    );
    expect(animalOfExample(['ears', 'size', 'snout', 'whiskers'], [1, 0, 0.5, -0.5], 80)).toEqual(
      drawingOfPet({ ears: 1, size: 0, snout: 0.5, whiskers: -0.5 }, 80),
    );
  });

  it('is a pet of the usual ears where only its size is known', () => {
    expect(animalOfExample(['size'], [0.5], 80)).toEqual(drawingOfPet({ ears: 0, size: 0.5 }, 80));
  });

  it('is none for points on a plane and for a teacher’s own table', () => {
    expect(animalOfExample(['horizontal', 'vertical'], [1, 1], 80)).toBeNull();
    expect(animalOfExample(['petal length', 'petal width'], [1, 1], 80)).toBeNull();
  });

  it('shows every measure: no two different penguins look the same', () => {
    const names = ['bill-length', 'bill-depth', 'flipper-length', 'body-mass'];
    const looks = names.map((_, changed) => {
      const drawing = animalOfExample(
        names,
        names.map((_, index) => (index === changed ? 1 : 0)),
        80,
      );
      return `${drawing?.scale} ${drawing?.parts.map(({ outline }) => svgPath(outline)).join(' ')}`;
    });
    expect(new Set(looks).size).toBe(4);
  });
});
