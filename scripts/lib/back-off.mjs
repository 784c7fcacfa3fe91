/** Waits between restarts: short at first, so that a class hardly notices, and never longer than `mostMs`. */
export const BACK_OFF = { leastMs: 300, mostMs: 5_000, steadyAfterMs: 10_000 };

/**
 * How long to wait before starting again.
 * @param {number} previousMs the wait before the run that has just ended; 0 for the first
 * @param {number} ranForMs how long that run lasted; a steady one begins anew
 * @param {typeof BACK_OFF} limits
 * @returns {number} milliseconds
 */
export function nextWaitMs(previousMs, ranForMs, limits = BACK_OFF) {
  if (previousMs === 0 || ranForMs >= limits.steadyAfterMs) return limits.leastMs;
  return Math.min(previousMs * 2, limits.mostMs);
}
