import { mapScales } from './decision-map.ts';
import type { ActivationPicture } from './heat-map.ts';
import type { Size } from './network-layout.ts';
import type { Palette } from './palette.ts';
import { strokeThrough } from './pen.ts';

/** Over a map of one feature: what the network answers to each value of it, and the level where it is undecided. */
export function drawAnswerLine(
  context: CanvasRenderingContext2D,
  { columns, values }: ActivationPicture,
  range: number,
  size: Size,
  palette: Palette,
): void {
  context.clearRect(0, 0, size.width, size.height);
  const { y } = mapScales(range, size);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = palette.mute;
  context.lineWidth = 1.5;
  context.setLineDash([3, 6]);
  strokeThrough(context, [
    { x: 0, y: y(0) },
    { x: size.width, y: y(0) },
  ]);
  context.setLineDash([]);
  const points = Array.from({ length: columns }, (_, column) => ({
    x: ((column + 0.5) / columns) * size.width,
    y: y(values[column] ?? 0),
  }));
  // A casing first, so that the line is seen on every ground and over every animal.
  context.strokeStyle = palette.card;
  context.lineWidth = 8;
  strokeThrough(context, points);
  context.strokeStyle = palette.ink;
  context.lineWidth = 4;
  strokeThrough(context, points);
}
