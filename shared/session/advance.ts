import { botNudges } from '../bots/bot-nudges.ts';
import { startBackward, stepBackward } from '../network/backward-machine.ts';
import { clockForPhase, CLOCK_OFF, elapse, startClock } from './clock.ts';
import { phaseClockMs } from './durations.ts';
import { engineOf } from './engine.ts';
import type { BackwardFacts, Owners, StepTaken } from './events.ts';
import { LIMITS } from './limits.ts';
import { firstPhase, phaseAfter, type Phase } from './phases.ts';
import { withFacts, type Progress } from './progress.ts';
import { ownersNow } from './stage-facts.ts';
import { runningRound, runningStage, type Round, type SessionState, type Stage } from './state.ts';
import { takeStep } from './take-step.ts';
import { everybodyHasProposed } from './waiting.ts';

/** Opens the next round: owners first, then its first phase. Nothing happens outside a stage. */
export function openRound(progress: Progress): Progress {
  const stage = runningStage(progress.state);
  if (stage === null) return progress;
  const owned = dealAgain(progress, stage);
  const opened = withFacts(owned, { type: 'round-opened', round: owned.state.roundCount + 1 });
  return enterPhase(opened, firstPhase(stage.kind, layerCount(stage)));
}

/** Goes on to what follows the running phase; after `adjust`, to the next round. */
export function advance(progress: Progress, closedBy: StepTaken['closedBy']): Progress {
  const stage = runningStage(progress.state);
  const round = runningRound(progress.state);
  if (stage === null) return progress;
  if (round === null) return openRound(progress);
  if (round.phase.kind === 'nudge') return closeRound(progress, closedBy);
  const next = phaseAfter(stage.kind, round.phase, layerCount(stage));
  return next === null ? openRound(progress) : enterPhase(progress, next);
}

/**
 * Closes the round if all it waits for have proposed. In `probe` the last to commit has only now seen what it
 * would do, so the round does not close under anybody's eyes: a short last chance begins.
 */
export function closeIfEverybodyProposed(progress: Progress, sinceClockMs: number): Progress {
  const { state } = progress;
  const stage = runningStage(state);
  const round = runningRound(state);
  if (round?.phase.kind !== 'nudge' || state.clock.kind === 'paused') return progress;
  if (!everybodyHasProposed(state, round)) return progress;
  return stage?.kind === 'probe' ? lastChance(progress, sinceClockMs) : closeRound(progress, 'everybody');
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

function enterPhase(progress: Progress, phase: Phase): Progress {
  const stage = runningStage(progress.state);
  const round = runningRound(progress.state);
  if (stage === null || round === null) return progress;
  const entered = withFacts(progress, {
    type: 'phase-entered',
    round: round.id,
    phase,
    clock: clockForPhase(progress.state.clock, phaseClockMs(progress.state, stage, phase)),
    backward: phase.kind === 'backward' ? openLayer(progress.state, stage, phase.layer) : null,
  });
  return phase.kind === 'nudge' ? withFacts(entered, ...botNudges(entered.state, stage, round.id)) : entered;
}

/** Runs the backward machine down to this layer and shows it alone. */
function openLayer(state: SessionState, stage: Stage, layer: number): BackwardFacts | null {
  const engine = engineOf(state, stage);
  let machine: ReturnType<typeof startBackward> | null = startBackward(
    engine.topology,
    state.parameters,
    state.setup.data.training,
  );
  while (machine !== null) {
    const { opened, next } = stepBackward(machine);
    if (opened.layer === layer) {
      return { layer, gradient: [...opened.gradient], errors: [...opened.meanErrors] };
    }
    machine = next;
  }
  return null;
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

export function layerCount(stage: Stage): number {
  return stage.network.sizes.length - 1;
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
