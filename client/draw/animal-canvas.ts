import type { AnimalDrawing, AnimalPaint } from './animal.ts';
import { trace } from './outline.ts';
import type { Palette } from './palette.ts';

export type AnimalOnCanvas = {
  readonly drawing: AnimalDrawing;
  /** Index of the class it is shown as; null is drawn in plain fur. */
  readonly classIndex: number | null;
  /** The middle of its box, and the width of a full-grown animal, in the canvas's pixels. */
  readonly x: number;
  readonly y: number;
  readonly px: number;
};

/** Two hex digits behind `#rrggbb`: the inside of an ear is a shade of its line. */
const INNER_EAR_ALPHA = '33';

/** Draws one animal. */
export function drawAnimal(
  context: CanvasRenderingContext2D,
  { drawing, classIndex, x, y, px }: AnimalOnCanvas,
  palette: Palette,
): void {
  const unit = (px / 2) * drawing.scale;
  const coat = coatOf(classIndex, palette);
  context.save();
  context.translate(x, y);
  context.scale(unit, unit);
  context.translate(0, drawing.drop);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const part of drawing.parts) {
    context.beginPath();
    trace(context, part.outline);
    if (part.fill) {
      context.fillStyle = fillColour(part.paint, coat, palette);
      context.fill();
    }
    if (part.strokeWidth > 0) {
      context.strokeStyle = coat.ink;
      context.lineWidth = part.strokeWidth;
      context.stroke();
    }
  }
  context.restore();
}

type Coat = { readonly soft: string; readonly ink: string };

function coatOf(classIndex: number | null, palette: Palette): Coat {
  const plain = { soft: palette.fur, ink: palette.ink };
  return classIndex === null ? plain : (palette.classes[classIndex] ?? plain);
}

function fillColour(paint: AnimalPaint, coat: Coat, palette: Palette): string {
  switch (paint) {
    case 'fur':
      return coat.soft;
    case 'muzzle':
      return palette.card;
    case 'inner-ear':
      return `${coat.ink}${INNER_EAR_ALPHA}`;
    case 'line':
      return coat.ink;
  }
}
