import type { Example } from '../../shared/datasets/example.ts';
import { isRight } from '../../shared/network/is-right.ts';
import type { OutputActivation } from '../../shared/network/topology.ts';
import type { MapExample } from '../draw/decision-map.ts';

/** Air around the outermost example, so that no pet is cut off. */
const MARGIN = 0.35;
const LEAST_RANGE = 1.5;
const JITTER = 0.09;

/** How far the map reaches on either side of 0, so that every example is on it. */
export function mapRange(examples: readonly Example[]): number {
  const furthest = examples.reduce(
    (most, { features }) => Math.max(most, ...features.slice(0, 2).map(Math.abs)),
    LEAST_RANGE - MARGIN,
  );
  return Math.ceil((furthest + MARGIN) * 10) / 10;
}

/**
 * The examples as the map shows them. `answers` holds one number per example and output neuron; null, or answers
 * to other examples, and nothing is marked as wrong.
 */
export function mapExamples(
  examples: readonly Example[],
  answers: Float32Array | null,
  output: OutputActivation,
): readonly MapExample[] {
  const perExample = examples[0]?.target.length ?? 1;
  const known = answers !== null && answers.length === examples.length * perExample ? answers : null;
  return examples.map(({ features, target }, index) => ({
    features,
    at: placeOf(features, classOf(target), index),
    classIndex: classOf(target),
    isWrong:
      known !== null &&
      !isRight(output, [...known.subarray(index * perExample, (index + 1) * perExample)], target),
  }));
}

/**
 * Where an example stands: by its first two features. One feature alone leaves the height free, and it stands at the
 * answer it should get, −1 or 1, a little up or down so that not all stand on one line.
 */
function placeOf(features: readonly number[], classIndex: number, index: number): readonly [number, number] {
  const [x = 0, y] = features;
  return [x, y ?? (classIndex === 0 ? -1 : 1) + JITTER * (((index * 7) % 5) - 2)];
}

/** Whether two lists show the same: the same examples, the same ones wrong. */
export function sameExamples(one: readonly MapExample[], other: readonly MapExample[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ features, isWrong }, index) => {
      const twin = other[index];
      return twin !== undefined && twin.features === features && twin.isWrong === isWrong;
    })
  );
}

/** Of one output, the high target is the second class (the dog); of one per class, the place of the highest. */
export function classOf(target: readonly number[]): number {
  if (target.length === 1) return (target[0] ?? 0) > 0 ? 1 : 0;
  return target.indexOf(Math.max(...target));
}
