export type Point = { readonly x: number; readonly y: number };

/** A cubic curve: its two ends and the two points that bend it. */
export type Bezier = {
  readonly from: Point;
  readonly leaving: Point;
  readonly arriving: Point;
  readonly to: Point;
};

/** A connection that leaves and arrives level, as a cable between two sockets does. */
export function connection(from: Point, to: Point): Bezier {
  const middle = (from.x + to.x) / 2;
  return { from, leaving: { x: middle, y: from.y }, arriving: { x: middle, y: to.y }, to };
}

/** The point at `t` from 0 to 1 (Bernstein form). */
export function pointAt({ from, leaving, arriving, to }: Bezier, t: number): Point {
  const u = 1 - t;
  const a = u ** 3;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t ** 3;
  return {
    x: a * from.x + b * leaving.x + c * arriving.x + d * to.x,
    y: a * from.y + b * leaving.y + c * arriving.y + d * to.y,
  };
}

/** The same curve, walked the other way. */
export function reversed({ from, leaving, arriving, to }: Bezier): Bezier {
  return { from: to, leaving: arriving, arriving: leaving, to: from };
}

/** The curve as an SVG path's `d`, to a tenth of a pixel. */
export function bezierPath({ from, leaving, arriving, to }: Bezier): string {
  return `M${at(from)}C${at(leaving)} ${at(arriving)} ${at(to)}`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
