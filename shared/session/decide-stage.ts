import { proposalsOf } from '../bots/bot-nudges.ts';
import { closeRound, isStageOver, openRound, stepAndMaybeBack, stopClock, unfinished } from './advance.ts';
import type { Command, Decision } from './commands.ts';
import { openDrawing } from './drawing.ts';
import { enterPhase } from './enter-phase.ts';
import type { SeatNumber } from './ids.ts';
import { stepsLeft } from './machine-pace.ts';
import type { Nudge } from './nudges.ts';
import { accept, begin, done, refuse, withFacts, type Progress } from './progress.ts';
import { descend } from './run-machine.ts';
import { factsOfPoint, factsOfPractice, factsOfStage, ownersNow } from './stage-facts.ts';
import type { StagePlan } from './stages.ts';
import { runningRound, runningStage, type SessionState, type Stage } from './state.ts';
import type { Proposals } from './seat-outcomes.ts';
import { takeStep } from './take-step.ts';

type StageCommand = Extract<Command, { kind: 'enter-stage' | 'practice' | 'fast-forward' | 'go-back' }>;

/** Moves through the lesson and its history. Nothing is ever erased: going back is one more fact. */
export function decideStage(state: SessionState, command: StageCommand): Decision {
  if (command.expected !== state.serial) return refuse('already-done');
  // Without points there is nothing to play on.
  if (openDrawing(state) !== null) return refuse('not-now');
  switch (command.kind) {
    case 'enter-stage':
      return enterStage(state, command.stage, command.start ?? null);
    case 'practice':
      return practice(state);
    case 'fast-forward':
      return fastForward(state, command.rounds);
    case 'go-back':
      return goBack(state, command.point);
  }
}

function enterStage(state: SessionState, index: number, start: StagePlan['start'] | null): Decision {
  const facts = factsOfStage(state, index, start);
  if (facts === null) return refuse('not-now');
  const current = runningStage(state)?.index ?? null;
  const why = current === index ? 'restart' : current === null || index === current + 1 ? 'next' : 'skip';
  return accept({ type: 'stage-entered', why, facts });
}

/** Practice comes before the lesson, or again in it: it starts from the pinned network and leaves no trace in it. */
function practice(state: SessionState): Decision {
  if (state.activity.kind !== 'lobby' && runningStage(state)?.kind !== 'practice') return refuse('not-now');
  return done(
    openRound(
      withFacts(begin(state), { type: 'stage-entered', why: 'practice', facts: factsOfPractice(state) }),
    ),
  );
}

function goBack(state: SessionState, index: number): Decision {
  const point = state.history[index];
  if (point === undefined) return refuse('unknown-round');
  return accept({ type: 'went-back', point: index, facts: factsOfPoint(state, point) });
}

/** Plays N rounds at once. The test has none to play ahead: every animal is bet on. */
function fastForward(state: SessionState, rounds: number): Decision {
  const stage = runningStage(state);
  if (stage === null || isStageOver(state)) return refuse('not-now');
  switch (stage.kind) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
    case 'probe':
    case 'backprop':
      return playAhead(state, stage, rounds);
    case 'autopilot':
    case 'stop':
      return runAhead(state, stage, rounds);
    case 'test':
      return refuse('not-now');
  }
}

/** The machine takes N steps at once, after whatever it waited for. A run of `stop` does not go beyond its end. */
function runAhead(state: SessionState, stage: Stage, rounds: number): Decision {
  const steps = stage.kind === 'stop' ? Math.min(rounds, stepsLeft(state, stage)) : rounds;
  if (steps === 0) return refuse('not-now');
  return done(descend(running(begin(state)), steps, { by: 'fast-forward', lateMs: 0 }));
}

/** The phase in which the machine runs, by way of what comes before. */
function running(progress: Progress): Progress {
  switch (runningRound(progress.state)?.phase.kind) {
    case 'run':
      return progress;
    case 'vote':
      return enterPhase(progress, { kind: 'run' });
    default:
      return running(openRound(progress));
  }
}

/** Every seat continues as the stage's rule or its caretaker would. */
function playAhead(state: SessionState, stage: Stage, rounds: number): Decision {
  const nudging = runningRound(state)?.phase.kind === 'nudge';
  let progress = nudging ? closeRound(begin(state), 'teacher') : begin(state);
  const owners = ownersNow(progress.state, stage.network);
  if (unfinished(runningRound(progress.state)) === null)
    progress = withFacts(progress, { type: 'ownership-changed', owners });
  for (let played = 0; played < rounds; played++) progress = fastRound(progress);
  return done(stopClock(progress));
}

/** One round nobody plays by hand; a round that was opened and not played is the first of them. */
function fastRound(progress: Progress): Progress {
  const { state } = progress;
  const stage = runningStage(state);
  if (stage === null) return progress;
  const round = unfinished(runningRound(state))?.id ?? state.roundCount + 1;
  const proposals = continuing(state, round);
  return stepAndMaybeBack(
    progress,
    stage,
    takeStep(state, stage, round, proposals, 'fast-forward', proposals.size),
  );
}

/** What every seat proposes in a round that runs ahead. */
export function continuing(state: SessionState, round: number): Proposals {
  const stage = runningStage(state);
  if (stage === null) return new Map();
  const proposals = new Map<number, Map<SeatNumber, Nudge>>();
  for (const { seat, parameter, nudge } of proposalsOf(state, stage, round, () => true)) {
    const by = proposals.get(parameter) ?? new Map<SeatNumber, Nudge>();
    proposals.set(parameter, by.set(seat.seat, nudge));
  }
  return proposals;
}
