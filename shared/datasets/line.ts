import { cloud } from './cloud.ts';
import type { DataSet } from './data-set.ts';

/**
 * Puppies and grown dogs, told by their size alone: all that one weight and one bias can do is to say where small
 * ends and large begins. The border lies off the middle, so that the bias has something to do too.
 */
export const line: DataSet = {
  featureNames: ['size'],
  classNames: ['puppy', 'grown'],
  kinds: [
    { classIndex: 0, share: 1 / 2, source: cloud([{ middle: -0.5, spread: 0.4 }]) },
    { classIndex: 1, share: 1 / 2, source: cloud([{ middle: 0.9, spread: 0.4 }]) },
  ],
};
