import type { AnimalDrawing } from '../../../client/draw/animal.ts';
import type { Outline } from '../../../client/draw/outline.ts';

type Spot = { readonly x: number; readonly y: number };

/** Where a drawing's strokes lead to, in its own units. */
export function pointsOf({ parts }: Pick<AnimalDrawing, 'parts'>): readonly Spot[] {
  return parts.flatMap(({ outline }) => spotsOf(outline));
}

/** The corners of a box around the drawing as it is placed in its picture, from −1 to 1 if it fits. */
export function reachOf(drawing: AnimalDrawing): { readonly x: number; readonly y: number } {
  const spots = pointsOf(drawing);
  return {
    x: Math.max(...spots.map(({ x }) => Math.abs(x * drawing.scale))),
    y: Math.max(...spots.map(({ y }) => Math.abs((y + drawing.drop) * drawing.scale))),
  };
}

function spotsOf(outline: Outline): readonly Spot[] {
  return outline.flatMap((stroke) => {
    switch (stroke.kind) {
      case 'close':
        return [];
      case 'ellipse':
        return [
          { x: stroke.x - stroke.rx, y: stroke.y - stroke.ry },
          { x: stroke.x + stroke.rx, y: stroke.y + stroke.ry },
        ];
      case 'move':
      case 'line':
      case 'curve':
        return [{ x: stroke.x, y: stroke.y }];
    }
  });
}
