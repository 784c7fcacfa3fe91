import { CLOCK_OFF, elapse, startClock } from './clock.ts';
import { courseOf } from './course.ts';
import { enterPhase } from './enter-phase.ts';
import type { Owners, StepTaken } from './events.ts';
import { LIMITS } from './limits.ts';
import { firstPhase, phaseAfter } from './phases.ts';
import { withFacts, type Progress } from './progress.ts';
import { runOn } from './run-machine.ts';
import { ownersNow } from './stage-facts.ts';
import { runningRound, runningStage, type Round, type SessionState, type Stage } from './state.ts';
import { takeStep } from './take-step.ts';
import { everybodyHasHandedIn } from './waiting.ts';

/** Opens the next round: owners first, then its first phase. Nothing happens outside a stage. */
export function openRound(progress: Progress): Progress {
  const stage = runningStage(progress.state);
  if (stage === null) return progress;
  const owned = dealAgain(progress, stage);
  const opened = withFacts(owned, { type: 'round-opened', round: owned.state.roundCount + 1 });
  return enterPhase(opened, firstPhase(courseOf(progress.state, stage)));
}

/**
 * Goes on to what follows the running phase; after `adjust`, to the next round. Nothing follows a stage that ends by
 * itself.
 *
 * @param lateMs how long ago the clock had run out
 */
export function advance(progress: Progress, closedBy: 'teacher' | 'deadline', lateMs = 0): Progress {
  const stage = runningStage(progress.state);
  const round = runningRound(progress.state);
  if (stage === null) return progress;
  if (isStageOver(progress.state)) return progress;
  if (round === null) return openRound(progress);
  if (round.phase.kind === 'nudge') return closeRound(progress, closedBy);
  if (round.phase.kind === 'run')
    return runOn(progress, stage, { by: closedBy === 'teacher' ? 'teacher' : 'clock', lateMs });
  const next = phaseAfter(courseOf(progress.state, stage), round.phase);
  return next === null ? openRound(progress) : enterPhase(progress, next);
}

/** Whether the running stage has come to its end: what follows is another stage. */
export function isStageOver({ activity }: SessionState): boolean {
  if (activity.kind !== 'stage') return false;
  const { ballot, round } = activity;
  return (ballot.kind === 'stops' && ballot.revealed !== null) || round?.phase.kind === 'score';
}

/**
 * Closes the round, the vote or the bets if all they wait for have handed in. In `probe` the last to commit has only
 * now seen what it would do, so the round does not close under anybody's eyes: a short last chance begins.
 */
export function closeIfEverybodyProposed(progress: Progress, sinceClockMs: number): Progress {
  const { state } = progress;
  const stage = runningStage(state);
  const round = runningRound(state);
  if (stage === null || round === null || state.clock.kind === 'paused') return progress;
  if (!everybodyHasHandedIn(state, round)) return progress;
  if (round.phase.kind === 'nudge')
    return stage.kind === 'probe' ? lastChance(progress, sinceClockMs) : closeRound(progress, 'everybody');
  const next = phaseAfter(courseOf(state, stage), round.phase);
  return next === null ? progress : enterPhase(progress, next);
}

function lastChance(progress: Progress, sinceClockMs: number): Progress {
  const clock = elapse(progress.state.clock, sinceClockMs);
  if (clock.kind === 'running' && clock.remainingMs <= LIMITS.lastChanceMs) return progress;
  return withFacts(progress, {
    type: 'clock-set',
    clock: startClock(LIMITS.lastChanceMs),
    why: 'last-chance',
  });
}

/** Takes the step the class proposed, and takes it back where the stage keeps only what is better. */
export function closeRound(progress: Progress, closedBy: StepTaken['closedBy']): Progress {
  const stage = runningStage(progress.state);
  const round = runningRound(progress.state);
  if (stage === null || round === null) return progress;
  const stepped = stepAndMaybeBack(
    progress,
    stage,
    takeStep(progress.state, stage, round.id, round.nudges, closedBy, probesIn(round)),
  );
  return enterPhase(stepped, { kind: 'adjust' });
}

/** How many parameters were probed, each size by itself. */
export function probesIn(round: Round): number {
  return [...round.probed.values()].reduce((sum, sizes) => sum + sizes.size, 0);
}

/** A step as the stage's rule has it: in `keep-if-better` one that raised the error is taken back at once. */
export function stepAndMaybeBack(progress: Progress, stage: Stage, step: StepTaken): Progress {
  const { parameters, figures } = progress.state;
  const stepped = withFacts(progress, step);
  const worse = stage.kind === 'keep-if-better' && step.figures.loss > figures.loss;
  return worse
    ? withFacts(stepped, { type: 'step-taken-back', round: step.round, parameters, figures })
    : stepped;
}

function dealAgain(progress: Progress, stage: Stage): Progress {
  const owners = ownersNow(progress.state, stage.network);
  return sameOwners(owners, progress.state.owners) && progress.state.reassignments.length === 0
    ? progress
    : withFacts(progress, { type: 'ownership-changed', owners });
}

function sameOwners(one: Owners, other: Owners): boolean {
  return (
    one.length === other.length &&
    one.every((seats, parameter) => seats.join() === (other[parameter] ?? []).join())
  );
}

/** Where the clock of a round that ran ahead stands: nowhere. */
export function stopClock(progress: Progress): Progress {
  const { clock } = progress.state;
  return clock.kind === 'running'
    ? withFacts(progress, { type: 'clock-set', clock: CLOCK_OFF, why: 'pace' })
    : progress;
}

/** A round that has not been adjusted yet. */
export function unfinished(round: Round | null): Round | null {
  return round !== null && round.outcome === null ? round : null;
}
