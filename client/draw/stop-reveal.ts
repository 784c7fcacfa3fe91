import type { Point } from './bezier.ts';
import type { Size } from './network-layout.ts';
import { decimalsOf, linearScale, niceCeiling, niceTicks } from './scales.ts';

/** What `stop` hid: one error a round of the machine, the start first. */
export type StopCurves = {
  readonly seen: readonly number[];
  readonly validation: readonly number[];
  readonly best: { readonly round: number };
  readonly stops: readonly { readonly round: number; readonly count: number }[];
};

export type StopRevealShapes = {
  readonly seen: string;
  readonly validation: string;
  /** The round where new examples were answered best, from the histogram up to its point. */
  readonly best: Point | null;
  /** From the seen examples' last error up to the new ones'. */
  readonly gap: { readonly x: number; readonly top: number; readonly bottom: number } | null;
  /** From the best round to the last: rounds without getting better. Null where the best is the last. */
  readonly patience: { readonly from: number; readonly to: number; readonly y: number } | null;
  readonly bars: readonly StopBar[];
  readonly levels: readonly { readonly y: number; readonly label: string }[];
  readonly rounds: readonly { readonly x: number; readonly label: string }[];
  readonly left: number;
  readonly right: number;
  /** Where the curves stand, and where the histogram does. */
  readonly floor: number;
  readonly ground: number;
};

export type StopBar = {
  readonly round: number;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type Options = {
  readonly fontPx: number;
  readonly figure: (value: number, decimals: number) => string;
};

/** Share of the height the histogram takes. */
const HISTOGRAM = 0.24;
const LEAST_BAR_PX = 4;
const MOST_BAR_PX = 26;

export function stopRevealShapes(
  { seen, validation, best, stops }: StopCurves,
  size: Size,
  { fontPx, figure }: Options,
): StopRevealShapes {
  const left = fontPx * 2.7;
  const right = size.width - fontPx * 4;
  const ground = size.height - fontPx * 1.6;
  const floor = ground - Math.max(fontPx * 2.4, size.height * HISTOGRAM);
  const known = [...seen, ...validation].filter(Number.isFinite);
  const top = niceCeiling(Math.max(0, ...known) || 1);
  const last = Math.max(1, validation.length - 1, seen.length - 1, ...stops.map(({ round }) => round));
  const x = linearScale([0, last], [left, right]);
  const y = linearScale([0, top], [floor - fontPx * 0.5, fontPx * 2]);
  const height = (loss: number): number => y(Number.isFinite(loss) ? Math.max(0, loss) : top);
  const path = (losses: readonly number[]): string =>
    losses
      .map((loss, index) => `${index === 0 ? 'M' : 'L'}${tenth(x(index))} ${tenth(height(loss))}`)
      .join('');
  const ticks = niceTicks(top);
  const bestLoss = validation[best.round];
  const [seenLast, freshLast] = [seen[seen.length - 1], validation[validation.length - 1]];
  const end = validation.length - 1;
  return {
    seen: path(seen),
    validation: path(validation),
    best: bestLoss === undefined ? null : { x: x(best.round), y: height(bestLoss) },
    gap:
      seenLast === undefined || freshLast === undefined
        ? null
        : {
            x: x(end) + fontPx * 0.7,
            top: Math.min(height(freshLast), height(seenLast)),
            bottom: Math.max(height(freshLast), height(seenLast)),
          },
    patience: end > best.round ? { from: x(best.round), to: x(end), y: fontPx * 1.2 } : null,
    bars: barsOf(stops, x, { floor: floor + fontPx * 1.3, ground }),
    levels: [0, ...ticks].map((tick) => ({ y: y(tick), label: figure(tick, decimalsOf(ticks[0] ?? 1)) })),
    rounds: roundTicks(last, (right - left) / (fontPx * 3)).map((round) => ({
      x: x(round),
      label: String(round),
    })),
    left,
    right,
    floor: y(0),
    ground,
  };
}

function barsOf(
  stops: StopCurves['stops'],
  x: (round: number) => number,
  { floor, ground }: { readonly floor: number; readonly ground: number },
): readonly StopBar[] {
  const most = Math.max(1, ...stops.map(({ count }) => count));
  const width = Math.min(MOST_BAR_PX, Math.max(LEAST_BAR_PX, (x(1) - x(0)) * 0.76));
  return stops.map(({ round, count }): StopBar => {
    const height = ((ground - floor) * count) / most;
    return { round, count, x: x(round) - width / 2, y: ground - height, width, height };
  });
}

/** Round numbers of rounds, the first and none beyond the last. */
function roundTicks(last: number, room: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => last / each <= Math.max(1, room)) ?? last;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
