import type { SeatParameter } from '../../../shared/projection/views.ts';
import type { Direction } from '../../../shared/session/nudges.ts';
import { directionOf } from './arrow.ts';

type InsideWeight = NonNullable<SeatParameter['inside']>;

/** What the chain at one weight tells: which way one example pulls, which way all together, and whether they agree. */
export type InsideStory = {
  readonly here: Direction;
  readonly arrow: Direction;
  readonly agreement: 'alike' | 'against' | 'one-is-flat';
  /** Enough that none of the figures looks like nothing. */
  readonly decimals: number;
};

export function insideStory({ input, slope, errorBack, gradientHere, gradient }: InsideWeight): InsideStory {
  const here = directionOf(gradientHere);
  const arrow = directionOf(gradient);
  return {
    here,
    arrow,
    agreement: here === arrow ? 'alike' : here * arrow < 0 ? 'against' : 'one-is-flat',
    decimals: decimalsFor([input, slope ?? 1, errorBack, gradientHere, gradient]),
  };
}

const FEWEST_DECIMALS = 2;
const MOST_DECIMALS = 4;

function decimalsFor(values: readonly number[]): number {
  const least = values.reduce(
    (found, value) => (value === 0 ? found : Math.min(found, Math.abs(value))),
    Number.POSITIVE_INFINITY,
  );
  const needed = Math.ceil(-Math.log10(least)) + 1;
  return Math.min(MOST_DECIMALS, Math.max(FEWEST_DECIMALS, needed));
}
