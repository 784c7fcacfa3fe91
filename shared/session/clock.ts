/** Why time stands still. `store` is never a fact: a room whose disk does not answer shows it, and files nothing. */
export type PauseReason = 'teacher' | 'attention' | 'server-slept' | 'store';

/** The class's clock, beside the phase. `remainingMs` is what was left when it was last marked. */
export type Clock =
  | { readonly kind: 'off' }
  | { readonly kind: 'running'; readonly remainingMs: number; readonly totalMs: number }
  | {
      readonly kind: 'paused';
      readonly reasons: readonly PauseReason[];
      /** What was running when it stopped; null when the phase had no clock. */
      readonly left: { readonly remainingMs: number; readonly totalMs: number } | null;
    };

export const CLOCK_OFF: Clock = { kind: 'off' };

/** A clock that starts now; null milliseconds is no clock. */
export function startClock(ms: number | null): Clock {
  return ms === null ? CLOCK_OFF : { kind: 'running', remainingMs: ms, totalMs: ms };
}

/** The same clock, `elapsedMs` later. It may go below zero: the in-flight grace is counted there. */
export function elapse(clock: Clock, elapsedMs: number): Clock {
  return clock.kind === 'running' ? { ...clock, remainingMs: clock.remainingMs - elapsedMs } : clock;
}

/** Stops the clock for one more reason. */
export function pause(clock: Clock, reason: PauseReason): Clock {
  switch (clock.kind) {
    case 'off':
      return { kind: 'paused', reasons: [reason], left: null };
    case 'running':
      return {
        kind: 'paused',
        reasons: [reason],
        left: { remainingMs: clock.remainingMs, totalMs: clock.totalMs },
      };
    case 'paused':
      return clock.reasons.includes(reason) ? clock : { ...clock, reasons: [...clock.reasons, reason] };
  }
}

/** Takes one reason away; the clock goes on when none is left. */
export function resume(clock: Clock, reason: PauseReason): Clock {
  if (clock.kind !== 'paused') return clock;
  const reasons = clock.reasons.filter((other) => other !== reason);
  if (reasons.length > 0) return { ...clock, reasons };
  return clock.left === null ? CLOCK_OFF : { kind: 'running', ...clock.left };
}

/** A clock for a new phase, stopped at once where the class is paused. */
export function clockForPhase(before: Clock, ms: number | null): Clock {
  if (before.kind !== 'paused') return startClock(ms);
  return { ...before, left: ms === null ? null : { remainingMs: ms, totalMs: ms } };
}

/** Adds time to a clock that has one. */
export function addTime(clock: Clock, ms: number): Clock {
  switch (clock.kind) {
    case 'off':
      return clock;
    case 'running':
      return {
        kind: 'running',
        remainingMs: Math.max(0, clock.remainingMs) + ms,
        totalMs: clock.totalMs + ms,
      };
    case 'paused':
      return clock.left === null
        ? clock
        : {
            ...clock,
            left: { remainingMs: Math.max(0, clock.left.remainingMs) + ms, totalMs: clock.left.totalMs + ms },
          };
  }
}
