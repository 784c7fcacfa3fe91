import { proposalsOf } from '../bots/bot-nudges.ts';
import { closeRound, openRound, stepAndMaybeBack, stopClock, unfinished } from './advance.ts';
import type { Command, Decision } from './commands.ts';
import type { SeatNumber } from './ids.ts';
import type { Nudge } from './nudges.ts';
import { accept, begin, done, refuse, withFacts, type Progress } from './progress.ts';
import { factsOfPoint, factsOfPractice, factsOfStage, ownersNow } from './stage-facts.ts';
import { runningRound, runningStage, type SessionState } from './state.ts';
import type { Proposals } from './seat-outcomes.ts';
import { takeStep } from './take-step.ts';

type StageCommand = Extract<Command, { kind: 'enter-stage' | 'practice' | 'fast-forward' | 'go-back' }>;

/** Moves through the lesson and its history. Nothing is ever erased: going back is one more fact. */
export function decideStage(state: SessionState, command: StageCommand): Decision {
  if (command.expected !== state.serial) return refuse('already-done');
  switch (command.kind) {
    case 'enter-stage':
      return enterStage(state, command.stage);
    case 'practice':
      return practice(state);
    case 'fast-forward':
      return fastForward(state, command.rounds);
    case 'go-back':
      return goBack(state, command.point);
  }
}

function enterStage(state: SessionState, index: number): Decision {
  const facts = factsOfStage(state, index);
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

/** Plays N rounds at once, every seat continuing as the stage's rule or its caretaker would. */
function fastForward(state: SessionState, rounds: number): Decision {
  const stage = runningStage(state);
  if (stage === null) return refuse('not-now');
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
