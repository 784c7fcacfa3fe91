/** A moment of a change of parameters: `share` 0 is before, 1 is after. */
export function between(
  before: readonly number[],
  after: readonly number[],
  share: number,
): readonly number[] {
  if (share >= 1) return after;
  return after.map((value, index) => {
    const from = before[index] ?? value;
    return from + (value - from) * share;
  });
}

/** Slow, fast, slow: how far a change has come when `share` of its time has passed (smoothstep). */
export function eased(share: number): number {
  const inside = Math.min(1, Math.max(0, share));
  return inside * inside * (3 - 2 * inside);
}
