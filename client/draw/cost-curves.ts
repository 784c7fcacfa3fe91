import type { Point } from './bezier.ts';
import { costScale, costTicks, passesOf, type CostLine } from './cost-axis.ts';
import type { Size } from './network-layout.ts';
import { decimalsOf, linearScale, niceCeiling, niceTicks, type Scale } from './scales.ts';
import { spreadApart } from './spread-apart.ts';

export type CostCurvesOptions = {
  readonly fontPx: number;
  readonly figure: (value: number, decimals: number) => string;
  readonly count: (value: number) => string;
};

/** A line as it is drawn. */
export type CostLineShape = {
  readonly path: string;
  /** Where it leaves the picture at the top, drawn on along the edge; empty where it does not. */
  readonly beyond: string;
  /** Where its last point is, and where there is room for its badge. */
  readonly end: Point;
  readonly badge: Point;
  /** Whether the last error is higher than the picture. */
  readonly endsBeyond: boolean;
};

export type CostCurvesShapes = {
  /** In the order given; null for a line without a single point. */
  readonly lines: readonly (CostLineShape | null)[];
  readonly levels: readonly { readonly y: number; readonly label: string }[];
  readonly passes: readonly { readonly x: number; readonly label: string }[];
  readonly left: number;
  readonly right: number;
  readonly floor: number;
  readonly ceiling: number;
};

/** A network that explodes would press all that matters into one pixel: past this many starts the line is cut. */
const MOST_STARTS = 3;
const BADGE_EM = 1.5;

export function costCurvesShapes(
  curves: readonly CostLine[],
  size: Size,
  { fontPx, figure, count }: CostCurvesOptions,
): CostCurvesShapes {
  const left = fontPx * 2.7;
  const right = size.width - fontPx * 1.9;
  const floor = size.height - fontPx * 1.7;
  const ceiling = fontPx * 0.9;
  const top = topOf(curves);
  const x = costScale(curves, [left, right]);
  const y = linearScale([0, top], [floor, ceiling]);
  const lines = curves.map((curve) => lineShape(curve, { x, y, top }));
  const ends = lines.flatMap((line) => (line === null ? [] : [line.end]));
  const badges = spreadApart(ends, fontPx * BADGE_EM, [ceiling, floor]);
  let placed = 0;
  const ticks = niceTicks(top);
  const decimals = decimalsOf(ticks[0] ?? 1);
  return {
    lines: lines.map((line) => {
      if (line === null) return null;
      const badge = badges[placed] ?? line.end;
      placed += 1;
      return { ...line, badge: { x: Math.min(line.end.x + fontPx * 0.9, right + fontPx), y: badge.y } };
    }),
    levels: [0, ...ticks].map((tick) => ({ y: y(tick), label: figure(tick, decimals) })),
    passes: costTicks(curves, Math.max(2, Math.floor((right - left) / (fontPx * 4.5)))).map((tick) => ({
      x: x(tick),
      label: count(tick),
    })),
    left,
    right,
    floor,
    ceiling,
  };
}

/** The highest error shown: all of them, unless one runs away. */
function topOf(curves: readonly CostLine[]): number {
  const start = Math.max(0, ...curves.map(({ losses }) => losses[0] ?? 0).filter(Number.isFinite));
  const highest = Math.max(0, ...curves.flatMap(({ losses }) => losses.filter(Number.isFinite)));
  const most = start === 0 ? highest : Math.min(highest, MOST_STARTS * start);
  return niceCeiling(most === 0 ? 1 : most);
}

type Scales = { readonly x: Scale; readonly y: Scale; readonly top: number };

function lineShape(curve: CostLine, { x, y, top }: Scales): Omit<CostLineShape, 'badge'> | null {
  const points = curve.losses.map((loss, index) => ({
    x: x(passesOf(curve, index)),
    y: y(isBeyond(loss, top) ? top : Math.max(0, loss)),
    isBeyond: isBeyond(loss, top),
  }));
  const last = points[points.length - 1];
  if (last === undefined) return null;
  // From the first point above the edge to the next below it the line runs along the edge, in dots.
  const stretches = points.map((point, index) => {
    const before = points[index - 1];
    const isAlong = before !== undefined && before.isBeyond && point.isBeyond;
    return { point, starts: before === undefined || isAlong, along: isAlong ? before : null };
  });
  return {
    path: stretches.map(({ point, starts }) => `${starts ? 'M' : 'L'}${at(point)}`).join(''),
    beyond: stretches
      .flatMap(({ point, along }) => (along === null ? [] : [`M${at(along)}L${at(point)}`]))
      .join(''),
    end: { x: last.x, y: last.y },
    endsBeyond: last.isBeyond,
  };
}

/** What is not a number any more is beyond every height. */
function isBeyond(loss: number, top: number): boolean {
  return !(loss <= top);
}

function at({ x, y }: Point): string {
  return `${tenth(x)} ${tenth(y)}`;
}

/** A tenth of a pixel is finer than any eye, and half as long to write. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
