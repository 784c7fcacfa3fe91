import { elapse } from './clock.ts';
import type { DecisionContext } from './commands.ts';
import { graceMs } from './durations.ts';
import type { Phase } from './phases.ts';
import type { SessionState } from './state.ts';

/** How long past its deadline, with the grace for what was in the air, this phase is; null while there is time. */
export function pastDeadlineMs(state: SessionState, phase: Phase, context: DecisionContext): number | null {
  const clock = elapse(state.clock, context.sinceClockMs);
  return clock.kind === 'running' && clock.remainingMs <= -graceMs(phase) ? -clock.remainingMs : null;
}

/** How long ago the phase before closed: since the running one began, marks on the way included. */
export function sinceClosedMs(state: SessionState, context: DecisionContext): number {
  const marked = state.clock.kind === 'running' ? state.clock.totalMs - state.clock.remainingMs : 0;
  return marked + context.sinceClockMs;
}
