import { botStops } from '../bots/bot-stops.ts';
import { clockForPhase, type Clock } from './clock.ts';
import { phaseClockMs } from './durations.ts';
import { enterPhase } from './enter-phase.ts';
import type { Descended } from './machine-events.ts';
import { machineStep } from './machine-step.ts';
import { isRunOver, stepsLeft, stepsPerTick } from './machine-pace.ts';
import { withFacts, type Progress } from './progress.ts';
import { runningRound, runningStage, type SessionState, type Stage } from './state.ts';

/** How the machine was asked to go on, and how late its clock was noticed to have run out. */
export type Push = { readonly by: Descended['takenBy']; readonly lateMs: number };

/**
 * What follows in the phase `run`: the machine's next steps; in `stop`, once it has taken them all or the teacher
 * has seen enough, the reveal. By hand the button is one step.
 */
export function runOn(progress: Progress, stage: Stage, push: Push): Progress {
  const { machineSpeed } = progress.state.settings;
  const over = isRunOver(progress.state, stage);
  const seenEnough = push.by === 'teacher' && machineSpeed > 0;
  if (stage.kind === 'stop' && (over || seenEnough)) return enterPhase(progress, { kind: 'reveal' });
  const wanted = machineSpeed === 0 ? 1 : stepsPerTick(machineSpeed);
  return descend(progress, Math.min(wanted, stepsLeft(progress.state, stage)), push);
}

/** Takes that many steps in one moment; the last carries the clock until the next ones. */
export function descend(progress: Progress, steps: number, push: Push): Progress {
  let moved = progress;
  for (let left = steps; left > 0; left--) moved = stepOnce(moved, push, left === 1);
  return moved;
}

function stepOnce(progress: Progress, push: Push, isLast: boolean): Progress {
  const { state } = progress;
  const stage = runningStage(state);
  if (stage === null) return progress;
  const step = machineStep(state, stage, nextRound(state), push.by);
  const played = { ...stage, roundsPlayed: stage.roundsPlayed + 1 };
  const clock = isLast ? clockAfter(state, played, push.lateMs) : null;
  const stepped = withFacts(progress, { ...step, clock });
  return withFacts(stepped, ...botStops(stepped.state, played, step.round));
}

/** A round that was opened and in which the machine has not stepped yet is taken over. */
function nextRound(state: SessionState): number {
  const round = runningRound(state);
  return round === null || round.descent !== null ? state.roundCount + 1 : round.id;
}

/** What a tick came late is taken off the next, so that a speed holds over a whole run. */
function clockAfter(state: SessionState, stage: Stage, lateMs: number): Clock {
  const clock = clockForPhase(state.clock, phaseClockMs(state, stage, { kind: 'run' }));
  if (clock.kind !== 'running') return clock;
  return { ...clock, remainingMs: clock.remainingMs - Math.min(lateMs, clock.totalMs / 2) };
}
