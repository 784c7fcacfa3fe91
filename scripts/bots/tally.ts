/** What a rehearsal counts. Times are milliseconds. */
export type Tally = {
  readonly acknowledged: (ms: number) => void;
  readonly received: (ms: number) => void;
  readonly refused: () => void;
  readonly lost: () => void;
  readonly report: () => {
    readonly nudges: number;
    readonly ackP50Ms: number;
    readonly ackP99Ms: number;
    readonly stepP99Ms: number;
    readonly refused: number;
    readonly lost: number;
  };
};

export function createTally(): Tally {
  const acks: number[] = [];
  const steps: number[] = [];
  let refused = 0;
  let lost = 0;
  return {
    acknowledged: (ms) => acks.push(ms),
    received: (ms) => steps.push(ms),
    refused: () => refused++,
    lost: () => lost++,
    report: () => ({
      nudges: acks.length,
      ackP50Ms: quantile(acks, 0.5),
      ackP99Ms: quantile(acks, 0.99),
      stepP99Ms: quantile(steps, 0.99),
      refused,
      lost,
    }),
  };
}

/** The nearest-rank quantile, to a hundredth of a millisecond. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return Math.round(value * 100) / 100;
}
