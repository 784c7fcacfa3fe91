import type { HistoryPoint } from './state.ts';

/** A point of the history, and where in it it stands. */
export type LineagePoint = HistoryPoint & { readonly place: number };

/**
 * The points that led to where the class stands in its running stage, the stage's start first. What came after a
 * point the class has gone back to is left out, and so are the returns themselves.
 */
export function lineage(history: readonly HistoryPoint[]): readonly LineagePoint[] {
  const led: LineagePoint[] = [];
  let place = history.length - 1;
  for (let point = history[place]; point !== undefined; point = history[place]) {
    if (point.kind === 'back') {
      place = point.from ?? -1;
      continue;
    }
    led.push({ ...point, place });
    if (point.kind === 'start') break;
    place -= 1;
  }
  return led.reverse();
}
