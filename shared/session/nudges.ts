export const NUDGE_SIZES = ['small', 'normal', 'large'] as const;
export type NudgeSize = (typeof NUDGE_SIZES)[number];
export type Direction = -1 | 0 | 1;

/** A seat's proposal for one parameter in one round. */
export type Nudge = { readonly direction: Direction; readonly size: NudgeSize };

/** Below this slope of the error a parameter is as good as flat, and leaving it agrees with the gradient. */
export const FLAT_GRADIENT = 1e-3;

const MULTIPLE_OF_SIZE: Readonly<Record<NudgeSize, number>> = { small: 0.5, normal: 1, large: 2 };

/** How many step sizes a nudge asks for, signed: −2 … 2. */
export function signedMultiple(nudge: Nudge): number {
  return nudge.direction === 0 ? 0 : nudge.direction * MULTIPLE_OF_SIZE[nudge.size];
}

/** The multiple of the step size that a size stands for. */
export function sizeMultiple(size: NudgeSize): number {
  return MULTIPLE_OF_SIZE[size];
}

export type Aggregation = 'mean' | 'majority' | 'median';

/**
 * One move out of several owners' proposals, as a signed multiple of the step size. Leaving counts as 0;
 * nobody proposing is 0. `majority` takes the direction most owners chose (a tie is 0) at the mean size of
 * those who chose it; `median` takes the middle proposal, the mean of the two middle ones for an even count.
 */
export function aggregate(nudges: readonly Nudge[], how: Aggregation): number {
  if (nudges.length === 0) return 0;
  const multiples = nudges.map(signedMultiple);
  switch (how) {
    case 'mean':
      return mean(multiples);
    case 'median':
      return median(multiples);
    case 'majority':
      return majority(multiples);
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

function majority(values: readonly number[]): number {
  const byDirection = [-1, 0, 1].map((direction) => values.filter((value) => Math.sign(value) === direction));
  const most = Math.max(...byDirection.map((group) => group.length));
  const winners = byDirection.filter((group) => group.length === most);
  const [winner] = winners;
  return winner === undefined || winners.length > 1 ? 0 : mean(winner);
}
