import type { Example } from '../../shared/datasets/example.ts';
import type { NetworkSpec } from '../../shared/network/topology.ts';
import type { Point } from './bezier.ts';
import type { Size } from './network-layout.ts';

/** The error of the smallest network over its weight and its bias: half the mean of (w·x + b − t)², a bowl. */
export type LossBowl = {
  readonly lossAt: (weight: number, bias: number) => number;
  /** Where it is lowest. */
  readonly bottom: { readonly weight: number; readonly bias: number; readonly loss: number };
  /** How far from the bottom the error has risen by `rise`, in the direction of the angle. */
  readonly reach: (angle: number, rise: number) => { readonly weight: number; readonly bias: number };
};

export type BowlShapes = {
  /** Lines of equal error, the lowest first. */
  readonly rings: readonly string[];
  /** Lines that run down the wall to the bottom. */
  readonly walls: readonly string[];
  readonly bottom: Point;
  /** Where the ends of the two axes leave the rim: more weight to the right, more bias to the back. */
  readonly moreWeight: Point;
  readonly moreBias: Point;
  readonly place: (parameters: readonly number[]) => Point;
};

const RINGS = 6;
const WALLS = 12;
const CORNERS = 72;
const DOWNS = 14;
/** How much is left of what lies in depth: the bowl is looked into from above. */
const DEPTH = 0.42;
/** Of the height, what the rim's own depth may take. */
const RIM_SHARE = 0.5;

/** Null for a network with more to it: only this one's error is a bowl that can be drawn. */
export function lossBowl(
  { sizes, output, loss }: NetworkSpec,
  examples: readonly Example[],
): LossBowl | null {
  const isSmallest = sizes.length === 2 && sizes[0] === 1 && sizes[1] === 1;
  if (!isSmallest || output !== 'linear' || loss !== 'half-squared-error' || examples.length < 2) return null;
  const mean = (of: (x: number, t: number) => number): number =>
    examples.reduce((sum, { features, target }) => sum + of(features[0] ?? 0, target[0] ?? 0), 0) /
    examples.length;
  const [x, xx] = [mean((input) => input), mean((input) => input * input)];
  const [t, xt, tt] = [
    mean((_, truth) => truth),
    mean((input, truth) => input * truth),
    mean((_, truth) => truth * truth),
  ];
  const spread = xx - x * x;
  if (!(spread > 1e-9)) return null;
  const lossAt = (weight: number, bias: number): number =>
    (weight * weight * xx + 2 * weight * bias * x + bias * bias + tt) / 2 - weight * xt - bias * t;
  const weight = (xt - x * t) / spread;
  const bias = t - weight * x;
  return {
    lossAt,
    bottom: { weight, bias, loss: lossAt(weight, bias) },
    reach: (angle, rise) => {
      const [along, deep] = [Math.cos(angle), Math.sin(angle)];
      const slope = along * along * xx + 2 * along * deep * x + deep * deep;
      const far = Math.sqrt((2 * Math.max(0, rise)) / slope);
      return { weight: far * along, bias: far * deep };
    },
  };
}

/** The bowl from its bottom to a rim as high as `top`, looked into from the front and above. */
export function bowlShapes(
  { bottom, lossAt, reach }: LossBowl,
  top: number,
  size: Size,
  margin: number,
): BowlShapes {
  const rise = Math.max(top - bottom.loss, 1e-6);
  const rim = turn(CORNERS).map((angle) => reach(angle, rise));
  const wide = Math.max(...rim.map(({ weight }) => Math.abs(weight)));
  const deep = Math.max(...rim.map(({ bias }) => Math.abs(bias)));
  const [width, height] = [size.width - 2 * margin, size.height - 2 * margin];
  const scale = Math.min(width / (2 * wide), (height * RIM_SHARE) / (2 * DEPTH * deep));
  const tall = height - DEPTH * deep * scale;
  const floor = size.height - margin;
  const project = (weight: number, bias: number, up: number): Point => ({
    x: size.width / 2 + weight * scale,
    y: floor - tall * up - bias * DEPTH * scale,
  });
  const onWall = (angle: number, share: number): Point => {
    const { weight, bias } = reach(angle, rise * share);
    return project(weight, bias, share);
  };
  return {
    rings: Array.from(
      { length: RINGS },
      (_, ring) => `${line(turn(CORNERS).map((angle) => onWall(angle, (ring + 1) / RINGS)))}Z`,
    ),
    walls: turn(WALLS).map((angle) =>
      line(Array.from({ length: DOWNS + 1 }, (_, down) => onWall(angle, (down / DOWNS) ** 2))),
    ),
    bottom: project(0, 0, 0),
    moreWeight: onWall(0, 1),
    moreBias: onWall(Math.PI / 2, 1),
    // A step that leaps out of the bowl ends at its rim: farther than that there is no picture.
    place: ([weight = 0, bias = 0]) => {
      const [along, away] = [weight - bottom.weight, bias - bottom.bias];
      const share = (lossAt(weight, bias) - bottom.loss) / rise;
      return share <= 1 ? project(along, away, Math.max(0, share)) : onWall(Math.atan2(away, along), 1);
    },
  };
}

function turn(steps: number): readonly number[] {
  return Array.from({ length: steps }, (_, step) => (step / steps) * 2 * Math.PI);
}

function line(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
