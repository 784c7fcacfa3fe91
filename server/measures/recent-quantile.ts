/** As much of Node's histograms as is needed here; they count whole numbers from 1 on. */
type Histogram = {
  readonly count: number;
  readonly percentile: (percentile: number) => number;
  readonly reset: () => void;
};

/** A quantile of what was counted lately: over one to two windows, so that it neither jumps nor sticks. */
export type RecentQuantile = {
  /** The higher of the last whole window's and the running one's; 0 where nothing was counted. */
  readonly p99: () => number;
  /** Ends a window. */
  readonly turn: () => void;
};

export function recentQuantile(histogram: Histogram): RecentQuantile {
  let last = 0;
  const now = (): number => (histogram.count === 0 ? 0 : histogram.percentile(99));
  return {
    p99: () => Math.max(last, now()),
    turn: () => {
      last = now();
      histogram.reset();
    },
  };
}
