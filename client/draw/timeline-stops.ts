import type { LossScales } from './loss-scales.ts';
import type { Palette } from './palette.ts';
import { strokeThrough } from './pen.ts';
import type { TimelineData } from './timeline.ts';

type Context = CanvasRenderingContext2D;

/** The tallest column takes this much of the curve's height. */
const TALLEST = 0.55;
const WIDEST_PX = 12;
const NARROWEST_PX = 3;

/** Columns where the class would have stopped the machine, and a dotted line where that would have been best. */
export function drawStops(
  context: Context,
  { stops, firstPlace }: TimelineData,
  { x, y, top }: LossScales,
  palette: Palette,
): void {
  const ground = y(0);
  const most = stops.stops.reduce((highest, { count }) => Math.max(highest, count), 1);
  const width = Math.min(WIDEST_PX, Math.max(NARROWEST_PX, (x(1) - x(0)) * 0.7));
  context.fillStyle = palette.mute;
  for (const { point, count } of stops.stops) {
    const height = ((ground - y(top)) * TALLEST * count) / most;
    context.fillRect(x(point + firstPlace) - width / 2, ground - height, width, height);
  }
  context.strokeStyle = palette.fresh;
  context.lineWidth = 2;
  context.setLineDash([2, 5]);
  for (const point of stops.best) {
    const at = x(point + firstPlace);
    strokeThrough(context, [
      { x: at, y: ground },
      { x: at, y: 0 },
    ]);
  }
  context.setLineDash([]);
}
