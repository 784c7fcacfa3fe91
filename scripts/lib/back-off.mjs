/** Waits between restarts: none after a steady run, so that a class hardly notices, and never longer than `mostMs`. */
export const BACK_OFF = { leastMs: 300, mostMs: 5_000, steadyAfterMs: 10_000 };

/**
 * How long to wait before starting again.
 * @param {number} previousMs the wait before the run that has just ended; 0 if there was none
 * @param {number} ranForMs how long that run lasted; after a steady one all is forgiven
 * @param {typeof BACK_OFF} limits
 * @returns {number} milliseconds
 */
export function nextWaitMs(previousMs, ranForMs, limits = BACK_OFF) {
  if (ranForMs >= limits.steadyAfterMs) return 0;
  return Math.min(Math.max(previousMs * 2, limits.leastMs), limits.mostMs);
}
