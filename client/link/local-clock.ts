import type { TimeLeft } from '../../shared/wire/down.ts';

/**
 * The class's clock on this device. Deadlines are `performance.now` milliseconds: the wall clock of a phone may
 * be a day off, or jump, and it must not matter.
 */
export type LocalClock =
  | { readonly kind: 'off' }
  | { readonly kind: 'running'; readonly deadlineMs: number; readonly totalMs: number }
  | { readonly kind: 'paused'; readonly remainingMs: number | null; readonly totalMs: number | null };

export const NO_CLOCK: LocalClock = { kind: 'off' };

/** The server says what is left; from here on this device counts by itself. */
export function localClock(reading: TimeLeft, nowMs: number): LocalClock {
  return reading.kind === 'running'
    ? { kind: 'running', deadlineMs: nowMs + reading.remainingMs, totalMs: reading.totalMs }
    : reading;
}

/** Milliseconds left, never below zero; null where there is no clock to show. */
export function remainingMs(clock: LocalClock, nowMs: number): number | null {
  switch (clock.kind) {
    case 'off':
      return null;
    case 'running':
      return Math.max(0, clock.deadlineMs - nowMs);
    case 'paused':
      return clock.remainingMs === null ? null : Math.max(0, clock.remainingMs);
  }
}
