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
  const highest = history.points.reduce(
    (most, { loss, validation }) => Math.max(most, loss, validation ?? 0),
    0,
  );
  const top = niceCeiling(highest);
  const last = Math.max(leastRounds, history.points.length - 1, 1);
  return {
    x: linearScale([0, last], [fontPx * 2.7, size.width - fontPx * 1.1]),
    y: linearScale([0, top], [size.height - fontPx * 1.6, fontPx * 0.9]),
    top,
  };
}

/** The middle of one point's mark. */
export function placeOf({ x, y }: LossScales, point: LossPoint, index: number): Point {
  return { x: x(index), y: y(point.loss) };
}
