import type { Size } from './network-layout.ts';

/** One number a point, for what stands for itself in every round; null where there is none. */
export type SmallBars = {
  readonly values: readonly (number | null)[];
  /** Points the axis has room for, read or not. */
  readonly count: number;
  /** The point to mark, or null. */
  readonly marked: number | null;
};

export type SmallBarsPicture = {
  readonly bars: readonly SmallBar[];
  /** Where 0 lies, from top to bottom: half way. */
  readonly zero: number;
};

type SmallBar = {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isFall: boolean;
  readonly isMarked: boolean;
};

const MARGIN_PX = 6;
/** A bar thinner or flatter than this is lost. */
const LEAST_WIDTH_PX = 1;
const LEAST_HEIGHT_PX = 1.5;
/** Of a round's width, what its bar takes; the rest is air. */
const FILLED = 0.7;

/** Upright bars from a line half way, what rises above it and what falls below. */
export function smallBars({ values, count, marked }: SmallBars, size: Size): SmallBarsPicture {
  const most = values.reduce<number>((reach, value) => Math.max(reach, Math.abs(value ?? 0)), 0);
  const zero = size.height / 2;
  const pitch = (size.width - 2 * MARGIN_PX) / Math.max(1, count);
  const reach = most === 0 ? 0 : (zero - MARGIN_PX) / most;
  const bars = values.flatMap((value, index): readonly SmallBar[] => {
    if (value === null) return [];
    const height = Math.max(LEAST_HEIGHT_PX, Math.abs(value) * reach);
    return [
      {
        index,
        x: tenth(MARGIN_PX + index * pitch),
        y: tenth(value > 0 ? zero - height : zero),
        width: tenth(Math.max(LEAST_WIDTH_PX, pitch * FILLED)),
        height: tenth(height),
        isFall: value < 0,
        isMarked: index === marked,
      },
    ];
  });
  return { bars, zero };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
