import { elapse, pause, type Clock } from '../../shared/session/clock.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { ClockReading, TimeLeft } from '../../shared/wire/down.ts';

/** Where a room stands: its state at a version, the names beside it, and when its clock was last set. */
export type Standing = {
  readonly state: SessionState;
  readonly roster: Roster;
  /** How many events led here. */
  readonly version: number;
  /** By the monotonic clock: `state.clock` is right for this moment. */
  readonly clockSetAtMs: number;
  /** When the class opened, by the monotonic clock of this process: before it began, where another opened it. */
  readonly openedAtMs: number;
};

/** One fact later. A fact that sets the clock sets it now. */
export function after(standing: Standing, event: SessionEvent, nowMs: number): Standing {
  const state = evolve(standing.state, event);
  return {
    state,
    roster: standing.roster,
    version: standing.version + 1,
    clockSetAtMs: state.clock === standing.state.clock ? standing.clockSetAtMs : nowMs,
    openedAtMs: standing.openedAtMs,
  };
}

/** The class's clock as it is now. */
export function clockNow(standing: Standing, nowMs: number): Clock {
  return elapse(standing.state.clock, nowMs - standing.clockSetAtMs);
}

/** How old the class is, in whole milliseconds. */
export function ageOf({ openedAtMs }: Standing, nowMs: number): number {
  return Math.max(0, Math.round(nowMs - openedAtMs));
}

/** What a client counts on from. */
export function readClock(standing: Standing, nowMs: number): ClockReading {
  return { ...timeLeft(standing, nowMs), ageMs: ageOf(standing, nowMs) };
}

/** What is left on the clock. The grace for nudges in the air is nobody's to see. */
function timeLeft(standing: Standing, nowMs: number): TimeLeft {
  const clock = clockNow(standing, nowMs);
  switch (clock.kind) {
    case 'off':
      return { kind: 'off' };
    case 'running':
      return { kind: 'running', remainingMs: Math.max(0, clock.remainingMs), totalMs: clock.totalMs };
    case 'paused':
      return {
        kind: 'paused',
        remainingMs: clock.left === null ? null : Math.max(0, clock.left.remainingMs),
        totalMs: clock.left?.totalMs ?? null,
      };
  }
}

/**
 * The standing as it looks while the disk does not answer since `sinceMs`: clocks stand still, with the reason.
 * This is a way of showing it and no fact, since nothing can be written down just then.
 */
export function asSaving(standing: Standing, sinceMs: number): Standing {
  if (standing.state.activity.kind === 'ended') return standing;
  return {
    ...standing,
    state: { ...standing.state, clock: pause(clockNow(standing, sinceMs), 'store') },
    clockSetAtMs: sinceMs,
  };
}

/** The same standing when `lostMs` of the time since its clock was set do not count. */
export function withoutLostTime(standing: Standing, lostMs: number): Standing {
  return lostMs === 0 ? standing : { ...standing, clockSetAtMs: standing.clockSetAtMs + lostMs };
}
