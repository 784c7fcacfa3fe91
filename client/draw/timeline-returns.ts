import type { LossScales } from './loss-scales.ts';
import type { Size } from './network-layout.ts';
import type { Palette } from './palette.ts';
import type { TimelineData } from './timeline.ts';

type Context = CanvasRenderingContext2D;

/** Half of a mark's width, in pixels, and the air between it and its words. */
const MARK_PX = 6;
const AIR_PX = 4;

/**
 * A small mark below the curve where the class went back, with its words beside it: to the right, at the end of
 * the axis to the left, and left out where another's words stand already.
 */
export function drawReturnMarks(
  context: Context,
  { history, returnLabels, fontPx }: TimelineData,
  { x }: LossScales,
  size: Size,
  palette: Palette,
): void {
  const baseline = size.height - fontPx * 0.4;
  let takenUntil = -Infinity;
  context.font = `500 ${fontPx}px ${palette.family}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillStyle = palette.mute;
  history.returns.forEach(({ at }, index) => {
    const centre = x(at);
    const label = returnLabels[index] ?? '';
    const { width } = context.measureText(label);
    const right = centre + MARK_PX + AIR_PX;
    const start = right + width <= size.width ? right : centre - MARK_PX - AIR_PX - width;
    drawMark(context, centre, baseline);
    if (Math.min(start, centre - MARK_PX) < takenUntil) return;
    context.fillText(label, start, baseline);
    takenUntil = Math.max(start + width, centre + MARK_PX) + AIR_PX;
  });
}

function drawMark(context: Context, centre: number, baseline: number): void {
  context.beginPath();
  context.moveTo(centre - MARK_PX, baseline - 2 * MARK_PX + 2);
  context.lineTo(centre + MARK_PX, baseline - 2 * MARK_PX + 2);
  context.lineTo(centre, baseline);
  context.closePath();
  context.fill();
}
