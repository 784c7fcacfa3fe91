import { createTopology, type NetworkSpec } from '../network/topology.ts';
import { roundFeature } from './decimals.ts';
import type { DataSplit } from './example.ts';
import { splitExamples, usualSizes } from './split.ts';
import { startNearChance } from './start-near-chance.ts';
import { withTargets } from './target.ts';

/** What a class may draw. */
export const DRAWN_LIMITS = {
  classesLeast: 2,
  classesMost: 4,
  /** With fewer, a class would be missing among the new points. */
  pointsPerClassLeast: 5,
  pointsMost: 600,
  /** Fifteen students fill the plane; none of them alone. */
  pointsPerSeatMost: 40,
  /** The plane goes from −reach to reach both ways: what a map shows without moving. */
  reach: 1.5,
} as const;

/** A point somebody put on the plane, and the class they gave it. */
export type DrawnPoint = { readonly x: number; readonly y: number; readonly classIndex: number };

/** What a session starts with once the drawing is closed, or how many points each class still needs. */
export type SettledPoints =
  | { readonly ok: true; readonly data: DataSplit; readonly start: readonly number[] }
  | { readonly ok: false; readonly missing: readonly number[] };

/** The names of what is drawn: where a point lies, and a letter for each class. */
export function drawnNames(classes: number): {
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
} {
  return {
    featureNames: ['horizontal', 'vertical'],
    classNames: ['class-a', 'class-b', 'class-c', 'class-d'].slice(0, classes),
  };
}

/** How many points each class still needs. */
export function pointsMissing(points: readonly DrawnPoint[], classes: number): readonly number[] {
  return Array.from({ length: classes }, (_, classIndex) => {
    const drawn = points.filter((point) => point.classIndex === classIndex).length;
    return Math.max(0, DRAWN_LIMITS.pointsPerClassLeast - drawn);
  });
}

/**
 * Makes a session's data of the points: cut in three by the seed, with every class in every part, and left where they
 * were drawn. The start is the first of the seed's random networks that is about as good as chance: what the class
 * drew could not be known when the lesson was written, so nobody pinned one.
 */
export function settlePoints(
  points: readonly DrawnPoint[],
  {
    network,
    classes,
    seed,
  }: { readonly network: NetworkSpec; readonly classes: number; readonly seed: number },
): SettledPoints {
  const missing = pointsMissing(points, classes);
  if (missing.some((count) => count > 0)) return { ok: false, missing };
  const examples = points.map(({ x, y, classIndex }) => ({
    features: [roundFeature(x), roundFeature(y)],
    classIndex,
    kindIndex: classIndex,
  }));
  const split = splitExamples(examples, usualSizes(points.length), seed);
  const data = withTargets(split, classes, network.output);
  return { ok: true, data, start: startNearChance(createTopology(network), data.training, classes, seed) };
}
