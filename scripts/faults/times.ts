/** How long something took, in milliseconds. */
export type Times = {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
};

export function timesOf(ms: readonly number[]): Times {
  const sorted = [...ms].sort((one, other) => one - other);
  // The nearest rank, to a tenth of a millisecond.
  const at = (share: number): number =>
    Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) * 10) / 10;
  return { count: sorted.length, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}
