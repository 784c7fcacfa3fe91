import type { Size } from './network-layout.ts';
import { linearScale } from './scales.ts';

/** A small line over a session's points: what one weight was worth, or what one seat's nudges did. */
export type SmallLine = {
  /** One value a point; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Points the axis has room for, read or not. */
  readonly count: number;
  /** Points where the pen is lifted: the network starts anew. */
  readonly starts: ReadonlySet<number>;
  /** The point to mark, or null. */
  readonly marked: number | null;
};

export type SmallLinePicture = {
  readonly path: string;
  /** Where 0 lies, from top to bottom. */
  readonly zero: number;
  readonly mark: { readonly x: number; readonly y: number } | null;
};

const MARGIN_PX = 6;

/** The line in a box; the axis holds 0, so that one sees when a weight changes its sign. */
export function smallLine({ values, count, starts, marked }: SmallLine, size: Size): SmallLinePicture {
  const known = values.filter((value) => value !== null);
  const low = known.reduce((least, value) => Math.min(least, value), 0);
  const high = known.reduce((most, value) => Math.max(most, value), 0);
  const x = linearScale([0, Math.max(1, count - 1)], [MARGIN_PX, size.width - MARGIN_PX]);
  const y = linearScale([low, high], [size.height - MARGIN_PX, MARGIN_PX]);
  const place = (index: number, value: number) => ({ x: tenth(x(index)), y: tenth(y(value)) });
  let isDown = false;
  const path = values.map((value, index): string => {
    if (value === null) {
      isDown = false;
      return '';
    }
    const at = place(index, value);
    const word = isDown && !starts.has(index) ? 'L' : 'M';
    isDown = true;
    return `${word}${at.x} ${at.y}`;
  });
  const held = marked === null ? null : (values[marked] ?? null);
  return {
    path: path.join(''),
    zero: tenth(y(0)),
    mark: marked === null || held === null ? null : place(marked, held),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
