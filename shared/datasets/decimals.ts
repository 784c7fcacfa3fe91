const DECIMALS = 1e4;

/**
 * A feature with 4 decimals: short enough to read, fine enough to tell examples apart. Adding 0 turns −0 into 0:
 * JSON does not carry the sign, and a replayed session must match bit for bit.
 */
export function roundFeature(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}

/** Where a point lies on a plane that people draw on: finer than a finger, and short to send to everybody. */
export function roundTo2(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
