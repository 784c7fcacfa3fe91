import type { CurvePoint } from '../../shared/network/probe.ts';
import type { Point } from './bezier.ts';
import type { Size } from './network-layout.ts';
import { linearScale } from './scales.ts';

export type WeightCurveData = {
  /** Sorted by value; the part of the curve the stage allows to be seen. */
  readonly points: readonly CurvePoint[];
  readonly now: CurvePoint;
  /** One step either way, or null as long as it may not be seen. */
  readonly lower: CurvePoint | null;
  readonly raise: CurvePoint | null;
};

export type WeightCurvePicture = {
  readonly path: string;
  /** The upright line at the weight's own value. */
  readonly here: string;
  readonly now: Point;
  readonly lower: Point | null;
  readonly raise: Point | null;
};

/** Room for the dots, in pixels. */
const MARGIN = 14;

/** The curve in a box. The vertical axis fits the curve: what matters is which way it falls. */
export function weightCurve({ points, now, lower, raise }: WeightCurveData, size: Size): WeightCurvePicture {
  const known = [...points, now, ...(lower === null ? [] : [lower]), ...(raise === null ? [] : [raise])];
  const losses = known.map(({ loss }) => loss);
  const values = known.map(({ value }) => value);
  const x = linearScale([Math.min(...values), Math.max(...values)], [MARGIN, size.width - MARGIN]);
  const y = linearScale([Math.min(...losses), Math.max(...losses)], [size.height - MARGIN, MARGIN]);
  const place = ({ value, loss }: CurvePoint): Point => ({ x: round(x(value)), y: round(y(loss)) });
  return {
    path: points.map(place).map(toPath).join(''),
    here: `M${round(x(now.value))} 2V${size.height - 2}`,
    now: place(now),
    lower: lower === null ? null : place(lower),
    raise: raise === null ? null : place(raise),
  };
}

function toPath({ x, y }: Point, index: number): string {
  return `${index === 0 ? 'M' : 'L'}${x} ${y}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
