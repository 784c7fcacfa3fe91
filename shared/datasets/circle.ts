import { cloud } from './cloud.ts';
import { curve } from './curve.ts';
import type { DataSet } from './data-set.ts';

const RADIUS = 1.15;
const RING_SPREAD = 0.13;
const INNER_SPREAD = 0.33;

/** A cloud within a ring: no straight line parts them, and three or four lines together fence the cloud in. */
export const circle: DataSet = {
  featureNames: ['horizontal', 'vertical'],
  classNames: ['inside', 'around'],
  kinds: [
    {
      classIndex: 0,
      share: 1 / 2,
      source: cloud([
        { middle: 0, spread: INNER_SPREAD },
        { middle: 0, spread: INNER_SPREAD },
      ]),
    },
    {
      classIndex: 1,
      share: 1 / 2,
      source: curve((along) => {
        const angle = 2 * Math.PI * along;
        return [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
      }, RING_SPREAD),
    },
  ],
};
