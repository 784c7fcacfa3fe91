import { LIMITS } from './limits.ts';
import { isRunOver, tickMs } from './machine-pace.ts';
import { isHandingIn, type Phase } from './phases.ts';
import type { SessionState, Stage } from './state.ts';

type ShownPhase = Exclude<Phase['kind'], 'nudge' | 'vote' | 'bet' | 'run' | 'reveal' | 'score'>;

/** How long a phase lasts at speed 1 when the pace is automatic, in milliseconds. */
const AUTOMATIC_MS: Readonly<Record<ShownPhase, number>> = {
  predict: 2_500,
  compare: 3_000,
  backward: 4_000,
  adjust: 5_000,
  answer: 5_000,
};

/** A run that is over is looked at for a moment before all is revealed. */
const AFTER_RUN_MS = 5_000;

/** The clock a phase starts with, in milliseconds; null where it waits for the class or the teacher. */
export function phaseClockMs(state: SessionState, stage: Stage, phase: Phase): number | null {
  switch (phase.kind) {
    case 'nudge':
    case 'vote':
    case 'bet':
      return handInClockMs(state, stage);
    case 'run':
      return runClockMs(state, stage);
    case 'reveal':
    case 'score':
      return null;
    case 'predict':
    case 'compare':
    case 'backward':
    case 'adjust':
    case 'answer':
      return automaticMs(state, AUTOMATIC_MS[phase.kind]);
  }
}

function automaticMs({ settings: { pace } }: SessionState, ms: number): number | null {
  return pace.kind === 'automatic' ? ms / pace.speed : null;
}

/** The practice round, and the first round of the first stage, are never timed: nobody is slow at something new. */
function handInClockMs(state: SessionState, stage: Stage): number | null {
  const first = stage.index < 0 || (stage.index === 0 && stage.roundsPlayed === 0);
  const seconds = state.settings.roundSeconds;
  return first || seconds === null ? null : seconds * 1_000;
}

/** Until the machine's next steps. After all that were planned `autopilot` waits for the teacher, and `stop` for the reveal. */
function runClockMs(state: SessionState, stage: Stage): number | null {
  if (!isRunOver(state, stage)) return tickMs(state.settings.machineSpeed);
  return stage.kind === 'stop' ? automaticMs(state, AFTER_RUN_MS) : null;
}

/** What was in the air at the deadline still counts for a while; only where the class hands something in. */
export function graceMs(phase: Phase | undefined): number {
  return phase !== undefined && isHandingIn(phase) ? LIMITS.inFlightGraceMs : 0;
}
