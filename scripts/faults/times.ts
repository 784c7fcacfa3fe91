import { quantile } from '../lib/figures.ts';

/** How long something took, in milliseconds. */
export type Times = {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
};

export function timesOf(ms: readonly number[]): Times {
  // To a tenth of a millisecond.
  const at = (share: number): number => Math.round(quantile(ms, share) * 10) / 10;
  return { count: ms.length, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}
