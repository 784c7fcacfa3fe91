import { advance, closeIfEverybodyProposed, isStageOver } from './advance.ts';
import { addTime, elapse, pause, resume, type Clock, type PauseReason } from './clock.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import { settleDrawing } from './decide-drawing.ts';
import { openDrawing } from './drawing.ts';
import { graceMs } from './durations.ts';
import type { ClockReason } from './events.ts';
import { LIMITS } from './limits.ts';
import { waitsForTeacher } from './phases.ts';
import { accept, begin, done, refuse, withFacts, type Progress } from './progress.ts';
import { factsOfStage, firstStage } from './stage-facts.ts';
import { runningRound, runningStage, type SessionState } from './state.ts';

type PaceCommand = Extract<
  Command,
  {
    kind:
      | 'next'
      | 'clock-ran-out'
      | 'pause'
      | 'resume'
      | 'attention'
      | 'more-time'
      | 'mark-clock'
      | 'server-slept';
  }
>;

/** The class's time: what comes next, and every clock. */
export function decidePace(state: SessionState, command: PaceCommand, context: DecisionContext): Decision {
  const clock = elapse(state.clock, context.sinceClockMs);
  switch (command.kind) {
    case 'next':
      return command.expected === state.serial ? next(state, clock) : refuse('already-done');
    case 'clock-ran-out':
      return command.expected === state.serial ? clockRanOut(state, clock) : refuse('already-done');
    case 'pause':
      return setClock(state, pause(clock, 'teacher'), 'pause');
    case 'resume':
      return goOn(state, withoutReasons(clock));
    case 'attention':
      return command.on
        ? setClock(state, pause(clock, 'attention'), 'pause')
        : goOn(state, resume(clock, 'attention'));
    case 'server-slept':
      return setClock(state, pause(clock, 'server-slept'), 'pause');
    case 'more-time':
      return moreTime(state, clock);
    case 'mark-clock':
      return clock.kind === 'running' ? setClock(state, clock, 'mark') : accept();
  }
}

/** A paused class goes on first; then whatever the big button says. */
function next(state: SessionState, clock: Clock): Decision {
  if (clock.kind === 'paused') return goOn(state, withoutReasons(clock));
  const drawing = openDrawing(state);
  if (drawing !== null) return settleDrawing(state, drawing);
  if (state.activity.kind === 'lobby') return enterNext(state, firstStage(state));
  const stage = runningStage(state);
  return stage !== null && isStageOver(state)
    ? enterNext(state, stage.index + 1)
    : done(advance(begin(state), 'teacher'));
}

function enterNext(state: SessionState, index: number): Decision {
  const facts = factsOfStage(state, index, null);
  return facts === null ? refuse('not-now') : accept({ type: 'stage-entered', why: 'next', facts });
}

/** For whoever is thinking; the machine's next step is no deadline. */
function moreTime(state: SessionState, clock: Clock): Decision {
  const hasTime = clock.kind === 'running' || (clock.kind === 'paused' && clock.left !== null);
  return hasTime && runningRound(state)?.phase.kind !== 'run'
    ? setClock(state, addTime(clock, LIMITS.moreTimeMs), 'more-time')
    : refuse('not-now');
}

/** The phase's time is over: the round closes, or the pace or the machine goes on; with the teacher away these wait. */
function clockRanOut(state: SessionState, clock: Clock): Decision {
  const round = runningRound(state);
  if (round === null || clock.kind !== 'running') return refuse('not-now');
  if (clock.remainingMs > -graceMs(round.phase)) return refuse('not-now');
  if (waitsForTeacher(round.phase) && !state.teacherPresent) {
    return accept({ type: 'clock-set', clock: { kind: 'off' }, why: 'teacher-away' });
  }
  return done(advance(begin(state), 'deadline', -clock.remainingMs));
}

const REASONS: readonly PauseReason[] = ['teacher', 'attention', 'server-slept'];

function withoutReasons(clock: Clock): Clock {
  return REASONS.reduce(resume, clock);
}

/** Whoever was still waited for may have gone during the pause. */
function goOn(state: SessionState, clock: Clock): Decision {
  return done(closeIfEverybodyProposed(withClock(state, clock, 'resume'), 0));
}

function setClock(state: SessionState, clock: Clock, why: ClockReason): Decision {
  return done(withClock(state, clock, why));
}

/** One fact about the clock, or none when it stands so already. */
function withClock(state: SessionState, clock: Clock, why: ClockReason): Progress {
  const progress = begin(state);
  const same = JSON.stringify(clock) === JSON.stringify(state.clock);
  return same ? progress : withFacts(progress, { type: 'clock-set', clock, why });
}
