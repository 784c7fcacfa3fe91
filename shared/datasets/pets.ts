import { cloud } from './cloud.ts';
import type { DataSet } from './data-set.ts';

const CAT_CLASS = 0;
const DOG_CLASS = 1;

const POINTED_EARS = { middle: 0.8, spread: 0.25 };
const FLOPPY_EARS = { middle: -0.85, spread: 0.3 };

/**
 * Cats and dogs told by two features: ears (−1 floppy … +1 pointed) and size (−1 small … +1 large).
 * Cats have pointed ears and are middling small. Half of the dogs have floppy ears, at any size; the other
 * half have a cat's ears and are tiny (chihuahuas) or large (huskies). So the pointed dogs lie on both sides
 * of the cats: ears alone tell three pets in four, a straight line about four in five, and only a network
 * with a hidden layer can fence the cats in from three sides.
 */
export const pets: DataSet = {
  featureNames: ['ears', 'size'],
  classNames: ['cat', 'dog'],
  kinds: [
    { classIndex: CAT_CLASS, share: 1 / 2, source: cloud([POINTED_EARS, { middle: -0.15, spread: 0.28 }]) },
    { classIndex: DOG_CLASS, share: 1 / 4, source: cloud([FLOPPY_EARS, { middle: -0.1, spread: 0.45 }]) },
    { classIndex: DOG_CLASS, share: 1 / 8, source: cloud([POINTED_EARS, { middle: -1.05, spread: 0.18 }]) },
    { classIndex: DOG_CLASS, share: 1 / 8, source: cloud([POINTED_EARS, { middle: 0.8, spread: 0.2 }]) },
  ],
};
