import type { Point } from './bezier.ts';
import type { LossHistory, LossPoint } from './loss-history.ts';
import type { Size } from './network-layout.ts';
import { linearScale, niceCeiling, type Scale } from './scales.ts';

export type LossCurve = {
  readonly history: LossHistory;
  /** The index of a point to ring, or null. */
  readonly marked: number | null;
  /** How tall a figure on the axis is, in pixels. */
  readonly fontPx: number;
  /** Writes a figure on the axis with so many decimals. */
  readonly figure: (value: number, decimals: number) => string;
  /** Places kept on the axis, so that a young curve does not fill the width with two points. */
  readonly leastRounds: number;
};

export type LossScales = { readonly x: Scale; readonly y: Scale; readonly top: number };

/** Where the curve's points lie in the box, in pixels. */
export function lossScales({ history, fontPx, leastRounds }: LossCurve, size: Size): LossScales {
  const top = niceCeiling(highestShown(history));
  const last = Math.max(leastRounds, history.points.length - 1, 1);
  const y = linearScale([0, top], [size.height - fontPx * 1.6, fontPx * 0.9]);
  return {
    x: linearScale([0, last], [fontPx * 2.7, size.width - fontPx * 1.1]),
    y: (loss) => y(loss <= top ? Math.max(0, loss) : top),
    top,
  };
}

/** A machine that exploded once would press all that came before and after it into one line: past this it is cut. */
const MOST_STARTS = 4;

function highestShown({ points, stages }: LossHistory): number {
  const all = points.flatMap(({ loss, validation }) => [loss, validation ?? 0]).filter(Number.isFinite);
  const starts = [points[0], ...stages.map(({ from }) => points[from])].map((point) => point?.loss ?? 0);
  const highest = Math.max(0, ...all);
  const most = MOST_STARTS * Math.max(0, ...starts.filter(Number.isFinite));
  return most === 0 ? highest : Math.min(highest, most);
}

/** The middle of one point's mark. */
export function placeOf({ x, y }: LossScales, point: LossPoint, index: number): Point {
  return { x: x(index), y: y(point.loss) };
}
