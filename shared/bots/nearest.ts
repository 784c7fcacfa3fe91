import type { Example } from '../datasets/example.ts';
import { classOf } from '../network/is-right.ts';
import type { OutputActivation } from '../network/topology.ts';

/** The class of the seen example most like this one: what a look at the pictures would say. */
export function likeTheNearest(
  seen: readonly Example[],
  features: readonly number[],
  output: OutputActivation,
): number {
  const distances = seen.map((example) => distance(example.features, features));
  const nearest = seen[distances.indexOf(Math.min(...distances))];
  return nearest === undefined ? 0 : classOf(output, nearest.target);
}

function distance(one: readonly number[], other: readonly number[]): number {
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}
