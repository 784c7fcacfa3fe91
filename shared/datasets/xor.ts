import { cloud } from './cloud.ts';
import type { DataSet, Kind } from './data-set.ts';

const CORNER = 0.75;
const SPREAD = 0.3;

/**
 * "One or the other, but not both": four clouds in the corners of a square. Where both features have the
 * same sign the answer is `same`, where they differ `different`. Neither feature says anything alone, and
 * no straight line gets more than three of the four corners right (Minsky & Papert, 1969).
 */
export const xor: DataSet = {
  featureNames: ['first', 'second'],
  classNames: ['same', 'different'],
  kinds: [corner(1, 1), corner(1, -1), corner(-1, -1), corner(-1, 1)],
};

function corner(first: 1 | -1, second: 1 | -1): Kind {
  return {
    classIndex: first === second ? 0 : 1,
    share: 1 / 4,
    source: cloud([first, second].map((sign) => ({ middle: sign * CORNER, spread: SPREAD }))),
  };
}
