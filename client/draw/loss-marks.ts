import type { Point } from './bezier.ts';
import {
  leftBehind,
  standingBefore,
  standingLine,
  standingStretches,
  type LossHistory,
  type Stretch,
} from './loss-history.ts';
import { placeOf, type LossCurve, type LossScales } from './loss-scales.ts';
import type { Palette } from './palette.ts';
import { dot, strokeThrough } from './pen.ts';

type Context = CanvasRenderingContext2D;

/** A dotted leap from where the class stood to the round it went back to. */
export function drawReturns(
  context: Context,
  { history }: LossCurve,
  scales: LossScales,
  palette: Palette,
): void {
  context.strokeStyle = palette.mute;
  context.lineWidth = 2;
  context.setLineDash([2, 5]);
  for (const { at, to } of history.returns) {
    const origin = history.points[to];
    const left = history.points[at - 1];
    if (origin === undefined || left === undefined) continue;
    const start = placeOf(scales, left, at - 1);
    const end = placeOf(scales, origin, to);
    const lift = Math.min(start.y, end.y) - 18;
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.bezierCurveTo(start.x, lift, end.x, lift, end.x, end.y - 6);
    context.stroke();
  }
  context.setLineDash([]);
}

/** A hollow dot beside the line, tied to the round it was measured against. */
export function drawTakenBack(
  context: Context,
  { history }: LossCurve,
  scales: LossScales,
  palette: Palette,
): void {
  history.points.forEach((point, index) => {
    if (!point.isTakenBack) return;
    const place = placeOf(scales, point, index);
    const standing = standingBefore(history, index);
    const origin = standing === null ? undefined : history.points[standing];
    context.strokeStyle = palette.mute;
    context.lineWidth = 1.5;
    if (origin !== undefined && standing !== null) {
      context.setLineDash([3, 4]);
      strokeThrough(context, [placeOf(scales, origin, standing), place]);
      context.setLineDash([]);
    }
    dot(context, place, 3.5, palette.card);
    context.stroke();
  });
}

/** What the class went back from stays on the picture, thin and grey. */
export function drawLeftBehind(
  context: Context,
  { history }: LossCurve,
  scales: LossScales,
  palette: Palette,
): void {
  context.strokeStyle = palette.mute;
  context.lineWidth = 2;
  for (const stretch of leftBehind(history)) strokeThrough(context, placesOn(history, stretch, scales));
}

/** New examples: always teal, always dashed. */
export function drawValidation(
  context: Context,
  { history }: LossCurve,
  scales: LossScales,
  palette: Palette,
): void {
  const placeOfFresh = (index: number): readonly Point[] => {
    const validation = history.points[index]?.validation ?? null;
    return validation === null ? [] : [{ x: scales.x(index), y: scales.y(validation) }];
  };
  context.strokeStyle = palette.fresh;
  context.lineWidth = 3;
  context.setLineDash([7, 6]);
  for (const stretch of standingStretches(history)) strokeThrough(context, stretch.flatMap(placeOfFresh));
  context.setLineDash([]);
}

/** The error itself, over the rounds that stand. */
export function drawLine(
  context: Context,
  { history }: LossCurve,
  scales: LossScales,
  palette: Palette,
): void {
  context.strokeStyle = palette.ink;
  context.lineWidth = 4;
  for (const stretch of standingStretches(history))
    strokeThrough(context, placesOn(history, stretch, scales));
}

/** Where the class stands, and the round somebody chose. */
export function drawLastPoint(
  context: Context,
  { history, marked }: LossCurve,
  scales: LossScales,
  palette: Palette,
): void {
  const [last] = placesOn(history, standingLine(history).slice(-1), scales);
  if (last !== undefined) dot(context, last, 6.5, palette.ink);
  const [ringed] = marked === null ? [] : placesOn(history, [marked], scales);
  if (ringed === undefined) return;
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.5;
  dot(context, ringed, 8, palette.card);
  context.stroke();
}

function placesOn({ points }: LossHistory, stretch: Stretch, scales: LossScales): readonly Point[] {
  return stretch.flatMap((index): readonly Point[] => {
    const point = points[index];
    return point === undefined ? [] : [placeOf(scales, point, index)];
  });
}
