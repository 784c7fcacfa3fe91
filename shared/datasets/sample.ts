import type { Rng } from '../math/rng.ts';
import type { DataSet, DrawnExample, Kind, KindSource } from './data-set.ts';
import { roundFeature } from './decimals.ts';
import { shuffled } from './shuffled.ts';

const TRIES_PER_EXAMPLE = 1000;

/**
 * Draws `count` examples, of each kind as many as its share says, with features of 4 decimals. No two have
 * the same features: an animal that was seen in training must not come back among the new ones.
 * Throws if the noise is too small to tell that many apart, or a table has not as many.
 */
export function sampleExamples(
  dataSet: DataSet,
  count: number,
  noise: number,
  rng: Rng,
): readonly DrawnExample[] {
  const seen = new Set<string>();
  const counts = countByShare(dataSet.kinds, count);
  return dataSet.kinds.flatMap(({ classIndex, source }, kindIndex) =>
    drawFrom(source, counts[kindIndex] ?? 0, noise, rng, seen).map((features) => ({
      features,
      classIndex,
      kindIndex,
    })),
  );
}

/** The most examples a data set has to draw, classes balanced; a mixture has no end. */
export function examplesAvailable({ kinds }: DataSet): number {
  return Math.min(
    ...kinds.map(({ share, source }) =>
      source.from === 'table' ? Math.floor(source.rows.length / share) : Number.POSITIVE_INFINITY,
    ),
  );
}

/** Whole numbers that sum to the count and follow the shares: the largest remainders are rounded up. */
function countByShare(kinds: readonly Kind[], count: number): readonly number[] {
  const wanted = kinds.map(({ share }) => share * count);
  const missing = count - wanted.reduce((sum, exact) => sum + Math.floor(exact), 0);
  const roundedUp = wanted
    .map((exact, kindIndex) => ({ kindIndex, remainder: exact - Math.floor(exact) }))
    .sort((a, b) => b.remainder - a.remainder)
    .slice(0, missing)
    .map(({ kindIndex }) => kindIndex);
  return wanted.map((exact, kindIndex) => Math.floor(exact) + (roundedUp.includes(kindIndex) ? 1 : 0));
}

function drawFrom(
  source: KindSource,
  count: number,
  noise: number,
  rng: Rng,
  seen: Set<string>,
): readonly (readonly number[])[] {
  switch (source.from) {
    case 'chance':
      return Array.from({ length: count }, () =>
        drawUnseen(() => source.draw(noise, rng).map(roundFeature), seen),
      );
    case 'table':
      if (count > source.rows.length) {
        throw new RangeError(`${count} examples asked of a table that has ${source.rows.length}`);
      }
      return shuffled(source.rows, rng).slice(0, count);
  }
}

function drawUnseen(draw: () => readonly number[], seen: Set<string>): readonly number[] {
  for (let attempt = 0; attempt < TRIES_PER_EXAMPLE; attempt++) {
    const features = draw();
    const key = features.join();
    if (seen.has(key)) continue;
    seen.add(key);
    return features;
  }
  throw new RangeError(`no example unlike the ${seen.size} before it in ${TRIES_PER_EXAMPLE} draws`);
}
