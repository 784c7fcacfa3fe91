import type { Rng } from '../math/rng.ts';
import type { DataSet, DrawnExample, Kind } from './data-set.ts';

const DECIMALS = 1e4;
const TRIES_PER_EXAMPLE = 1000;

/**
 * Draws `count` examples, of each kind as many as its share says, with features of 4 decimals. No two have
 * the same features: an animal that was seen in training must not come back among the new ones.
 * Throws if the noise is too small to tell that many apart.
 */
export function sampleExamples(
  dataSet: DataSet,
  count: number,
  noise: number,
  rng: Rng,
): readonly DrawnExample[] {
  const seen = new Set<string>();
  const counts = countByShare(dataSet.kinds, count);
  return dataSet.kinds.flatMap(({ classIndex, draw }, kindIndex) =>
    Array.from({ length: counts[kindIndex] ?? 0 }, () => ({
      features: drawUnseen(() => draw(noise, rng).map(roundFeature), seen),
      classIndex,
      kindIndex,
    })),
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

/** Adding 0 turns −0 into 0: JSON does not carry the sign, and a replayed session must match bit for bit. */
function roundFeature(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}
