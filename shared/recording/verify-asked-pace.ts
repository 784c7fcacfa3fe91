import type { SessionEvent, StepTaken } from '../session/events.ts';
import { LIMITS } from '../session/limits.ts';
import type { SessionState } from '../session/state.ts';
import { byTeacher, clockRanOut, closedAtLast, type Ahead, type Asked } from './verify-askers.ts';

type FactOfPace = Extract<
  SessionEvent,
  {
    type:
      | 'stage-entered'
      | 'went-back'
      | 'ownership-changed'
      | 'round-opened'
      | 'phase-entered'
      | 'step-taken'
      | 'step-taken-back';
  }
>;

/** What may have been asked so that the answer begins with a fact about where the class goes, and how fast. */
export function askedOfPace(state: SessionState, event: FactOfPace, ahead: Ahead): readonly Asked[] {
  const expected = state.serial;
  switch (event.type) {
    case 'stage-entered':
      return event.why === 'practice'
        ? [byTeacher({ kind: 'practice', expected })]
        : [byTeacher({ kind: 'enter-stage', expected, stage: event.facts.stage })];
    case 'went-back':
      return [byTeacher({ kind: 'go-back', expected, point: event.point })];
    case 'ownership-changed':
    case 'round-opened':
    case 'phase-entered':
      return [...fastForward(expected, ahead), byTeacher({ kind: 'next', expected }), clockRanOut(state)];
    case 'step-taken':
      return askedOfStep(state, event, ahead);
    case 'step-taken-back':
      return [];
  }
}

/** The first fact of a round that closes, or of one that runs ahead. */
function askedOfStep(state: SessionState, { closedBy }: StepTaken, ahead: Ahead): readonly Asked[] {
  const expected = state.serial;
  switch (closedBy) {
    case 'teacher':
      return [...fastForward(expected, ahead), byTeacher({ kind: 'next', expected })];
    case 'deadline':
      return [clockRanOut(state)];
    case 'everybody':
      return [closedAtLast()];
    case 'fast-forward':
      return fastForward(expected, ahead);
  }
}

/** As many rounds as ran ahead in a row, after the running one was closed and the weights were dealt. */
function fastForward(expected: number, ahead: Ahead): readonly Asked[] {
  let rounds = 0;
  for (let offset = 0; ; offset++) {
    const event = ahead(offset);
    if (event === undefined || !mayBeRunningAhead(event, rounds)) break;
    if (isFast(event)) rounds += 1;
  }
  rounds = Math.min(rounds, LIMITS.fastForwardRounds);
  return rounds === 0 ? [] : [byTeacher({ kind: 'fast-forward', expected, rounds })];
}

function mayBeRunningAhead(event: SessionEvent, rounds: number): boolean {
  if (isFast(event) || event.type === 'step-taken-back') return true;
  const beforeTheFirst = event.type === 'step-taken' || event.type === 'ownership-changed';
  return (
    rounds === 0 && (beforeTheFirst || (event.type === 'phase-entered' && event.phase.kind === 'adjust'))
  );
}

function isFast(event: SessionEvent): boolean {
  return event.type === 'step-taken' && event.closedBy === 'fast-forward';
}
