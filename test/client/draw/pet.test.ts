import { describe, expect, it } from 'vitest';
import type { AnimalDrawing } from '../../../client/draw/animal.ts';
import { svgPath } from '../../../client/draw/outline.ts';
import { drawAnimal } from '../../../client/draw/animal-canvas.ts';
import { drawingOfPet, petScale, type PetFeatures } from '../../../client/draw/pet.ts';
import { plainPalette } from './plain-palette.ts';
import { pointsOf, reachOf } from './points-of.ts';
import { createRecordingCanvas } from './recording-canvas.ts';

const CAT: PetFeatures = { ears: 0.9, size: -0.2 };
const PLACE = { drawing: drawingOfPet(CAT, 80), x: 10, y: 20, px: 80 };
const SPANIEL: PetFeatures = { ears: -0.9, size: 0.6 };

describe('a drawn pet', () => {
  it('has ears above the head when they are pointed, and beside the cheeks when they are floppy', () => {
    expect(top(drawingOfPet(CAT, 200))).toBeLessThan(-0.7);
    expect(top(drawingOfPet(SPANIEL, 200))).toBeGreaterThan(-0.6);
    expect(widest(drawingOfPet(SPANIEL, 200))).toBeGreaterThan(widest(drawingOfPet(CAT, 200)));
  });

  it('grows with its size, and a chihuahua is never too small to be seen', () => {
    expect(petScale(0.9)).toBeGreaterThan(petScale(-0.2));
    expect(petScale(-0.2)).toBeGreaterThan(petScale(-1.1));
    expect(petScale(-40)).toBeGreaterThan(0.4);
    expect(petScale(40)).toBe(1);
  });

  it('fits its box whatever its features are', () => {
    for (const ears of [-9, -1, -0.3, 0, 0.4, 1, 9]) {
      for (const size of [-9, 0, 9]) {
        const drawing = drawingOfPet({ ears, size }, 200);
        const { x, y } = reachOf(drawing);
        expect(Math.max(x, y)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is symmetric', () => {
    const xs = pointsOf(drawingOfPet(SPANIEL, 200)).map(({ x }) => x);
    expect(Math.max(...xs)).toBeCloseTo(-Math.min(...xs), 9);
  });

  it('leaves out what would be a smudge at 16 pixels, and draws thicker lines', () => {
    const small = drawingOfPet(CAT, 16);
    const large = drawingOfPet(CAT, 200);
    expect(small.parts.length).toBeLessThan(large.parts.length);
    expect(small.parts[0]?.strokeWidth).toBeGreaterThan(large.parts[0]?.strokeWidth ?? Infinity);
  });

  it('shows a longer snout and whiskers only in the lesson that has them', () => {
    const short = drawingOfPet({ ...CAT, snout: -1, whiskers: -1 }, 200);
    const long = drawingOfPet({ ...CAT, snout: 1, whiskers: 1 }, 200);
    expect(long.parts.length).toBe(drawingOfPet(CAT, 200).parts.length + 1);
    expect(widest(long)).toBeGreaterThan(widest(short));
    expect(svgOf(short)).not.toBe(svgOf(long));
  });

  it('is orange as a dog, violet as a cat and plain when nobody says which', () => {
    const fur = (classIndex: number | null): unknown => {
      const canvas = createRecordingCanvas();
      drawAnimal(canvas.context, { ...PLACE, classIndex }, plainPalette());
      return canvas.settings('fillStyle')[0];
    };
    expect([fur(1), fur(0), fur(null)]).toEqual(['--orange-soft', '--violet-soft', '--fur']);
  });

  it('leaves the canvas as it found it', () => {
    const canvas = createRecordingCanvas();
    drawAnimal(canvas.context, { ...PLACE, classIndex: 0 }, plainPalette());
    expect(canvas.named('save')).toHaveLength(1);
    expect(canvas.calls[canvas.calls.length - 1]?.name).toBe('restore');
    expect(canvas.named('translate')[0]?.args).toEqual([10, 20]);
  });
});

function svgOf(drawing: AnimalDrawing): string {
  return drawing.parts.map(({ outline }) => svgPath(outline)).join(' ');
}

function top(drawing: AnimalDrawing): number {
  return Math.min(...pointsOf(drawing).map(({ y }) => y));
}

function widest(drawing: AnimalDrawing): number {
  return Math.max(...pointsOf(drawing).map(({ x }) => x));
}
