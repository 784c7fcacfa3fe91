import type { LossCurve, LossScales } from './loss-scales.ts';
import type { Size } from './network-layout.ts';
import type { Palette } from './palette.ts';
import { strokeThrough } from './pen.ts';
import { decimalsOf, niceTicks } from './scales.ts';

type Context = CanvasRenderingContext2D;

/** A faint band for every other stage, with the stage's name below it where it fits. */
export function drawStages(
  context: Context,
  curve: LossCurve,
  { x }: LossScales,
  size: Size,
  palette: Palette,
): void {
  const { stages } = curve.history;
  context.font = `600 ${curve.fontPx}px ${palette.family}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  stages.forEach((stage, index) => {
    const start = x(stage.from);
    const end = index + 1 < stages.length ? x(stages[index + 1]?.from ?? 0) : size.width;
    context.fillStyle = palette.mute;
    context.globalAlpha = index % 2 === 0 ? 0.07 : 0;
    context.fillRect(start, 0, end - start, size.height - curve.fontPx * 1.6);
    context.globalAlpha = 1;
    if (context.measureText(stage.name).width < end - start - 8) {
      context.fillText(stage.name, start + 4, size.height - curve.fontPx * 0.35);
    }
  });
}

/** Level lines at round errors, with their figures at the left. */
export function drawGrid(
  context: Context,
  curve: LossCurve,
  scales: LossScales,
  size: Size,
  palette: Palette,
): void {
  const ticks = niceTicks(scales.top);
  const decimals = decimalsOf(ticks[0] ?? 1);
  context.font = `500 ${curve.fontPx}px ${palette.family}`;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  context.lineWidth = 1;
  for (const tick of [0, ...ticks]) {
    const y = Math.round(scales.y(tick)) + 0.5;
    context.strokeStyle = palette.line;
    strokeThrough(context, [
      { x: curve.fontPx * 2.4, y },
      { x: size.width, y },
    ]);
    context.fillStyle = palette.mute;
    context.fillText(curve.figure(tick, decimals), curve.fontPx * 2, y);
  }
}
