/** Waits, but not for long. */
export const SOON = { timeout: 10_000, interval: 100 };
