import type { AnimalPaint } from './animal.ts';
import { trace } from './outline.ts';
import type { Palette } from './palette.ts';
import { drawingOfPet, type PetFeatures } from './pet.ts';

/** Which class a pet is shown as; `unknown` is drawn in plain fur. */
export type PetKind = 'dog' | 'cat' | 'unknown';

export type PetOnCanvas = {
  readonly features: PetFeatures;
  readonly kind: PetKind;
  /** The middle of its box, and the width of a full-grown pet, in the canvas's pixels. */
  readonly x: number;
  readonly y: number;
  readonly px: number;
};

/** Two hex digits behind `#rrggbb`: the inside of an ear is a shade of its line. */
const INNER_EAR_ALPHA = '33';

/** Draws one pet. */
export function drawPet(context: CanvasRenderingContext2D, pet: PetOnCanvas, palette: Palette): void {
  const drawing = drawingOfPet(pet.features, pet.px);
  const unit = (pet.px / 2) * drawing.scale;
  const coat = coatOf(pet.kind, palette);
  context.save();
  context.translate(pet.x, pet.y);
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
      context.strokeStyle = coat.line;
      context.lineWidth = part.strokeWidth;
      context.stroke();
    }
  }
  context.restore();
}

type Coat = { readonly soft: string; readonly line: string };

function coatOf(kind: PetKind, palette: Palette): Coat {
  switch (kind) {
    case 'dog':
      return { soft: palette.dogSoft, line: palette.dogInk };
    case 'cat':
      return { soft: palette.catSoft, line: palette.catInk };
    case 'unknown':
      return { soft: palette.fur, line: palette.ink };
  }
}

function fillColour(paint: AnimalPaint, coat: Coat, palette: Palette): string {
  switch (paint) {
    case 'fur':
      return coat.soft;
    case 'muzzle':
      return palette.card;
    case 'inner-ear':
      return `${coat.line}${INNER_EAR_ALPHA}`;
    case 'line':
      return coat.line;
  }
}
