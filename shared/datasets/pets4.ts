import { cloud } from './cloud.ts';
import type { DataSet } from './data-set.ts';

const CAT_CLASS = 0;
const DOG_CLASS = 1;

const POINTED_EARS = { middle: 0.8, spread: 0.25 };
const FLOPPY_EARS = { middle: -0.85, spread: 0.3 };

/**
 * The cats and dogs of pets.ts with two features more: snout (−1 short … +1 long) and whiskers (−1 short … +1 long).
 * Both help and neither decides: a chihuahua's snout is as short as a cat's, a husky's whiskers as long.
 */
export const pets4: DataSet = {
  featureNames: ['ears', 'size', 'snout', 'whiskers'],
  classNames: ['cat', 'dog'],
  kinds: [
    {
      classIndex: CAT_CLASS,
      share: 1 / 2,
      source: cloud([
        POINTED_EARS,
        { middle: -0.15, spread: 0.28 },
        { middle: -0.4, spread: 0.4 },
        { middle: 0.4, spread: 0.5 },
      ]),
    },
    {
      classIndex: DOG_CLASS,
      share: 1 / 4,
      source: cloud([
        FLOPPY_EARS,
        { middle: -0.1, spread: 0.45 },
        { middle: 0.2, spread: 0.5 },
        { middle: 0, spread: 0.5 },
      ]),
    },
    {
      classIndex: DOG_CLASS,
      share: 1 / 8,
      source: cloud([
        POINTED_EARS,
        { middle: -1.05, spread: 0.18 },
        { middle: -0.4, spread: 0.35 },
        { middle: -0.2, spread: 0.45 },
      ]),
    },
    {
      classIndex: DOG_CLASS,
      share: 1 / 8,
      source: cloud([
        POINTED_EARS,
        { middle: 0.8, spread: 0.2 },
        { middle: 0.3, spread: 0.35 },
        { middle: 0.4, spread: 0.45 },
      ]),
    },
  ],
};
