import type { SessionEvent, StepTaken } from '../session/events.ts';
import type { Descended } from '../session/machine-events.ts';
import { LIMITS } from '../session/limits.ts';
import type { SessionState } from '../session/state.ts';
import {
  byRoom,
  byTeacher,
  clockRanOut,
  closedAtLast,
  runningMs,
  type Ahead,
  type Asked,
} from './verify-askers.ts';

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
      | 'step-taken-back'
      | 'descended';
  }
>;

/** What may have been asked so that the answer begins with a fact about where the class goes, and how fast. */
export function askedOfPace(state: SessionState, event: FactOfPace, ahead: Ahead): readonly Asked[] {
  const expected = state.serial;
  switch (event.type) {
    case 'stage-entered':
      return event.why === 'practice'
        ? [byTeacher({ kind: 'practice', expected })]
        : STARTS.map((start) =>
            byTeacher({ kind: 'enter-stage', expected, stage: event.facts.stage, start }),
          );
    case 'went-back':
      return [byTeacher({ kind: 'go-back', expected, point: event.point })];
    case 'ownership-changed':
    case 'round-opened':
    case 'phase-entered':
      return [
        ...fastForward(expected, ahead),
        ...runAhead(expected, ahead),
        byTeacher({ kind: 'next', expected }),
        clockRanOut(state),
        closedAtLast(),
      ];
    case 'step-taken':
      return askedOfStep(state, event, ahead);
    case 'step-taken-back':
      return [];
    case 'descended':
      return askedOfDescent(state, event, ahead);
  }
}

/** As the lesson has it first: most stages start so. */
const STARTS = [null, 'pinned', 'continue'] as const;

/** The first step of some that the machine takes at a time. How late its clock was noticed, the next one says. */
function askedOfDescent(state: SessionState, { takenBy }: Descended, ahead: Ahead): readonly Asked[] {
  const expected = state.serial;
  switch (takenBy) {
    case 'teacher':
      return [byTeacher({ kind: 'next', expected })];
    case 'fast-forward':
      return runAhead(expected, ahead);
    case 'clock': {
      const steps = machineSteps(ahead);
      const clock = steps[steps.length - 1]?.clock;
      const lateMs = clock?.kind === 'running' ? clock.totalMs - clock.remainingMs : 0;
      // A clock that was marked after it had run out was late by as much already.
      return [byRoom({ kind: 'clock-ran-out', expected }, Math.max(0, runningMs(state) + lateMs))];
    }
  }
}

/** As many steps as the machine took ahead in a row, after whatever it waited for. */
function runAhead(expected: number, ahead: Ahead): readonly Asked[] {
  const steps = machineSteps(ahead);
  if (steps[0]?.takenBy !== 'fast-forward') return [];
  return [byTeacher({ kind: 'fast-forward', expected, rounds: steps.length })];
}

/** The steps the machine took in one moment, the next event's or soon after it: the last of them has a clock. */
function machineSteps(ahead: Ahead): readonly Descended[] {
  const steps: Descended[] = [];
  for (let offset = 0; ; offset++) {
    const event = ahead(offset);
    if (event?.type === 'descended') steps.push(event);
    else if (event === undefined || !mayComeBetween(event, steps.length)) return steps;
    if (event.type === 'descended' && event.clock !== null) return steps;
  }
}

/** Bots stop between the machine's steps; before the first the round is opened, and bots vote. */
function mayComeBetween(event: SessionEvent, steps: number): boolean {
  if (event.type === 'stopped') return event.intent === null;
  if (steps > 0) return false;
  switch (event.type) {
    case 'ownership-changed':
    case 'round-opened':
    case 'phase-entered':
      return true;
    case 'voted':
      return event.intent === null;
    default:
      return false;
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
