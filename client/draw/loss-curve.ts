import { drawGrid, drawStages } from './loss-background.ts';
import {
  drawLastPoint,
  drawLeftBehind,
  drawLine,
  drawReturns,
  drawTakenBack,
  drawValidation,
} from './loss-marks.ts';
import { lossScales, type LossCurve } from './loss-scales.ts';
import type { Size } from './network-layout.ts';
import type { Palette } from './palette.ts';

/** Draws the whole curve: bands, grid, ways back, taken-back rounds, new examples, the line, its last point. */
export function drawLossCurve(
  context: CanvasRenderingContext2D,
  curve: LossCurve,
  size: Size,
  palette: Palette,
): void {
  const scales = lossScales(curve, size);
  context.clearRect(0, 0, size.width, size.height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  drawStages(context, curve, scales, size, palette);
  drawGrid(context, curve, scales, size, palette);
  drawReturns(context, curve, scales, palette);
  drawLeftBehind(context, curve, scales, palette);
  drawTakenBack(context, curve, scales, palette);
  drawValidation(context, curve, scales, palette);
  drawLine(context, curve, scales, palette);
  drawLastPoint(context, curve, scales, palette);
}
