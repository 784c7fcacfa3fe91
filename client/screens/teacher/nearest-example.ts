import { mapScales, type MapExample } from '../../draw/decision-map.ts';
import type { Point } from '../../draw/bezier.ts';
import type { Size } from '../../draw/network-layout.ts';

/** The example drawn nearest to a place on a map of this range and size; null where there is none. */
export function nearestExample(
  examples: readonly MapExample[],
  place: Point,
  range: number,
  size: Size,
): number | null {
  const { x, y } = mapScales(range, size);
  const distances = examples.map(({ at: [right, up] }) => Math.hypot(x(right) - place.x, y(up) - place.y));
  return distances.length === 0 ? null : distances.indexOf(Math.min(...distances));
}
