import { LIMITS } from './limits.ts';
import type { Phase } from './phases.ts';
import type { SessionState, Stage } from './state.ts';

/** How long a phase lasts at speed 1 when the pace is automatic, in milliseconds. */
const AUTOMATIC_MS: Readonly<Record<Exclude<Phase['kind'], 'nudge'>, number>> = {
  predict: 2_500,
  compare: 3_000,
  backward: 4_000,
  adjust: 5_000,
};

/** The clock a phase starts with, in milliseconds; null where it waits for the class or the teacher. */
export function phaseClockMs(state: SessionState, stage: Stage, phase: Phase): number | null {
  if (phase.kind === 'nudge') return nudgeClockMs(state, stage);
  const { pace } = state.settings;
  return pace.kind === 'automatic' ? AUTOMATIC_MS[phase.kind] / pace.speed : null;
}

/** The practice round, and the first round of the first stage, are never timed: nobody is slow at something new. */
function nudgeClockMs(state: SessionState, stage: Stage): number | null {
  const first = stage.index < 0 || (stage.index === 0 && stage.roundsPlayed === 0);
  const seconds = state.settings.roundSeconds;
  return first || seconds === null ? null : seconds * 1_000;
}

/** Whether the time for a nudge, with the grace for what was in the air, is over. */
export function isPastGrace(remainingMs: number): boolean {
  return remainingMs <= -LIMITS.inFlightGraceMs;
}
