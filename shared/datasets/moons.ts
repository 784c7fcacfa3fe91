import { curve } from './curve.ts';
import type { DataSet, KindSource } from './data-set.ts';

const RADIUS = 0.9;
const SPREAD = 0.17;
/** How far each moon is moved from the middle, so that the tip of one lies in the hollow of the other. */
const ASIDE = 0.45;
const APART = 0.22;

/** Two moons, each with a tip in the hollow of the other: a straight line gets most of them, only a bent one all. */
export const moons: DataSet = {
  featureNames: ['horizontal', 'vertical'],
  classNames: ['upper', 'lower'],
  kinds: [
    { classIndex: 0, share: 1 / 2, source: moon(1) },
    { classIndex: 1, share: 1 / 2, source: moon(-1) },
  ],
};

/** Half a circle: 1 is open downwards, −1 the same turned about the middle. */
function moon(turn: 1 | -1): KindSource {
  return curve((along) => {
    const angle = Math.PI * along;
    return [turn * (RADIUS * Math.cos(angle) - ASIDE), turn * (RADIUS * Math.sin(angle) - APART)];
  }, SPREAD);
}
