import { curve } from './curve.ts';
import type { DataSet, KindSource } from './data-set.ts';

const INNER = 0.2;
const OUTER = 1.5;
const TURNS = 1.25;
const SPREAD = 0.08;

/**
 * Two arms wound round each other (after Lang and Witbrock, 1988, whose arms wind three times): the hardest of these
 * data sets, for a network with many neurons and much patience.
 */
export const spiral: DataSet = {
  featureNames: ['horizontal', 'vertical'],
  classNames: ['one-arm', 'other-arm'],
  kinds: [
    { classIndex: 0, share: 1 / 2, source: arm(1) },
    { classIndex: 1, share: 1 / 2, source: arm(-1) },
  ],
};

function arm(turn: 1 | -1): KindSource {
  return curve((along) => {
    const radius = INNER + (OUTER - INNER) * along;
    const angle = 2 * Math.PI * TURNS * along;
    return [turn * radius * Math.cos(angle), turn * radius * Math.sin(angle)];
  }, SPREAD);
}
