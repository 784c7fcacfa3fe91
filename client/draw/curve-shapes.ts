import type { Point } from './bezier.ts';
import {
  leftBehind,
  standingBefore,
  standingStretches,
  type LossHistory,
  type Stretch,
} from './loss-history.ts';
import { lossScales, placeOf, type LossCurve, type LossScales } from './loss-scales.ts';
import type { Size } from './network-layout.ts';
import { decimalsOf, niceTicks } from './scales.ts';

/** The class's curve as shapes: for paper, where a picture of pixels is coarse and has the colours of the screen. */
export type CurveShapes = {
  readonly bands: readonly CurveBand[];
  readonly levels: readonly { readonly y: number; readonly label: string }[];
  readonly rounds: readonly { readonly x: number; readonly label: string }[];
  /** Paths, each drawn without lifting the pen. */
  readonly line: readonly string[];
  readonly fresh: readonly string[];
  readonly leftBehind: readonly string[];
  readonly takenBack: readonly TakenBack[];
  readonly returns: readonly string[];
  /** Where the best round lies on the line of the new examples. */
  readonly best: Point | null;
  readonly floor: number;
};

export type CurveBand = {
  readonly x: number;
  readonly width: number;
  /** The stage's name where there is room for it, else its number in order. */
  readonly label: string;
};

/** A round that was undone, and the path to it from where the class stood. */
export type TakenBack = Point & { readonly path: string };

export type CurveWords = {
  readonly figure: (value: number, decimals: number) => string;
  readonly fontPx: number;
};

const MOST_ROUND_LABELS = 12;
/** Letters of the interface's font are a little more than half as wide as they are tall. */
const LETTER_WIDTH = 0.58;

export function curveShapes(
  history: LossHistory,
  best: number | null,
  size: Size,
  { figure, fontPx }: CurveWords,
): CurveShapes {
  const curve: LossCurve = { history, marked: null, fontPx, figure, leastRounds: 4 };
  const scales = lossScales(curve, size);
  const loss = (index: number): readonly Point[] => {
    const point = history.points[index];
    return point === undefined ? [] : [placeOf(scales, point, index)];
  };
  const fresh = (index: number): readonly Point[] => {
    const validation = history.points[index]?.validation ?? null;
    return validation === null ? [] : [{ x: scales.x(index), y: scales.y(validation) }];
  };
  const along = (stretches: readonly Stretch[], place: (index: number) => readonly Point[]) =>
    stretches.map((stretch) => pathThrough(stretch.flatMap(place))).filter((path) => path !== '');
  const standing = standingStretches(history);
  const ticks = niceTicks(scales.top);
  const decimals = decimalsOf(ticks[0] ?? 1);
  return {
    bands: bands(history, scales, size, fontPx),
    levels: [0, ...ticks].map((tick) => ({ y: scales.y(tick), label: figure(tick, decimals) })),
    rounds: roundLabels(history, scales),
    line: along(standing, loss),
    fresh: along(standing, fresh),
    leftBehind: along(leftBehind(history), loss),
    takenBack: history.points.flatMap((point, index) =>
      point.isTakenBack ? [takenBack(history, scales, index)] : [],
    ),
    returns: history.returns.map(({ at, to }) => leap([...loss(at - 1), ...loss(to)])),
    best: best === null ? null : (fresh(best)[0] ?? null),
    floor: scales.y(0),
  };
}

function bands({ stages }: LossHistory, { x }: LossScales, size: Size, fontPx: number): readonly CurveBand[] {
  return stages.map(({ from, name }, index) => {
    const next = stages[index + 1];
    const width = (next === undefined ? size.width : x(next.from)) - x(from);
    const hasRoom = name.length * fontPx * LETTER_WIDTH < width - fontPx;
    return { x: x(from), width, label: hasRoom ? name : String(index + 1) };
  });
}

/** Numbers of rounds below the curve, not more than can be read. */
function roundLabels({ points, stages }: LossHistory, { x }: LossScales): CurveShapes['rounds'] {
  const starts = new Set(stages.map(({ from }) => from));
  const rounds = points.flatMap(({ round }, index) => (starts.has(index) ? [] : [{ round, index }]));
  const every = Math.max(1, Math.ceil(rounds.length / MOST_ROUND_LABELS));
  return rounds
    .filter((_, place) => (place + 1) % every === 0)
    .map(({ round, index }) => ({ x: x(index), label: String(round) }));
}

function takenBack(history: LossHistory, scales: LossScales, index: number): TakenBack {
  const place = (at: number): Point => ({ x: scales.x(at), y: scales.y(history.points[at]?.loss ?? 0) });
  const standing = standingBefore(history, index);
  return { ...place(index), path: standing === null ? '' : pathThrough([place(standing), place(index)]) };
}

/** An arc above the curve, from where the class stood to where it went back. */
function leap([from, to]: readonly Point[]): string {
  if (from === undefined || to === undefined) return '';
  const lift = round(Math.min(from.y, to.y) - 18);
  return `M${at(from)}C${round(from.x)} ${lift} ${round(to.x)} ${lift} ${at(to)}`;
}

/** Nothing for fewer than two points. */
function pathThrough(points: readonly Point[]): string {
  return points.length < 2 ? '' : `M${points.map(at).join('L')}`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** A tenth of a pixel is finer than any printer's page needs, and half as long to write. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
