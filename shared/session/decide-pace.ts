import { advance } from './advance.ts';
import { addTime, elapse, pause, resume, type Clock, type PauseReason } from './clock.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import { isPastGrace } from './durations.ts';
import type { ClockReason } from './events.ts';
import { LIMITS } from './limits.ts';
import { accept, begin, done, refuse, withFacts, type Progress } from './progress.ts';
import { factsOfStage, firstStage } from './stage-facts.ts';
import { runningRound, type SessionState } from './state.ts';

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
      return setClock(state, withoutReasons(clock), 'resume');
    case 'attention':
      return command.on
        ? setClock(state, pause(clock, 'attention'), 'pause')
        : setClock(state, resume(clock, 'attention'), 'resume');
    case 'server-slept':
      return setClock(state, pause(clock, 'server-slept'), 'pause');
    case 'more-time':
      return clock.kind === 'off' || (clock.kind === 'paused' && clock.left === null)
        ? refuse('not-now')
        : setClock(state, addTime(clock, LIMITS.moreTimeMs), 'more-time');
    case 'mark-clock':
      return clock.kind === 'running' ? setClock(state, clock, 'mark') : accept();
  }
}

/** A paused class goes on first; then whatever the big button says. */
function next(state: SessionState, clock: Clock): Decision {
  if (clock.kind === 'paused') return setClock(state, withoutReasons(clock), 'resume');
  return state.activity.kind === 'lobby' ? enterFirstStage(state) : done(advance(begin(state), 'teacher'));
}

function enterFirstStage(state: SessionState): Decision {
  const facts = factsOfStage(state, firstStage(state));
  return facts === null ? refuse('not-now') : accept({ type: 'stage-entered', why: 'next', facts });
}

/** The phase's time is over: the round closes, or the pace goes on; with the teacher away it waits between rounds. */
function clockRanOut(state: SessionState, clock: Clock): Decision {
  const round = runningRound(state);
  if (round === null || clock.kind !== 'running') return refuse('not-now');
  const over = round.phase.kind === 'nudge' ? isPastGrace(clock.remainingMs) : clock.remainingMs <= 0;
  if (!over) return refuse('not-now');
  if (round.phase.kind === 'adjust' && !state.teacherPresent) {
    return accept({ type: 'clock-set', clock: { kind: 'off' }, why: 'teacher-away' });
  }
  return done(advance(begin(state), 'deadline'));
}

const REASONS: readonly PauseReason[] = ['teacher', 'attention', 'server-slept'];

function withoutReasons(clock: Clock): Clock {
  return REASONS.reduce(resume, clock);
}

/** One fact about the clock, or none when it stands so already. */
function setClock(state: SessionState, clock: Clock, why: ClockReason): Decision {
  const progress: Progress = begin(state);
  const same = JSON.stringify(clock) === JSON.stringify(state.clock);
  return done(same ? progress : withFacts(progress, { type: 'clock-set', clock, why }));
}
