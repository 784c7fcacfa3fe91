import { closeIfEverybodyProposed } from './advance.ts';
import { startClock } from './clock.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import { phaseClockMs } from './durations.ts';
import type { SessionEvent } from './events.ts';
import { waitsForTeacher } from './phases.ts';
import { accept, begin, done, refuse, withFacts, type Progress } from './progress.ts';
import { runningRound, runningStage, type SessionState } from './state.ts';

type RoomCommand = Extract<
  Command,
  {
    kind:
      | 'seat-connected'
      | 'seat-disconnected'
      | 'absence-grace-over'
      | 'teacher-connected'
      | 'teacher-disconnected'
      | 'room-opened';
  }
>;

/** Who is here. A seat outlives its connection: coming and going moves no parameter. */
export function decideRoom(state: SessionState, command: RoomCommand, context: DecisionContext): Decision {
  switch (command.kind) {
    case 'seat-connected':
      return connected(state, command);
    case 'seat-disconnected':
      return disconnected(state, command, context.sinceClockMs);
    case 'absence-grace-over':
      return minded(state, command);
    case 'teacher-connected':
      return state.teacherPresent ? accept() : done(goOn(withFacts(begin(state), { type: 'teacher-came' })));
    case 'teacher-disconnected':
      return state.teacherPresent ? accept({ type: 'teacher-went' }) : accept();
    case 'room-opened':
      return done(withFacts(begin(state), ...everybodyGone(state)));
  }
}

function connected(
  state: SessionState,
  { seat: number }: Extract<RoomCommand, { kind: 'seat-connected' }>,
): Decision {
  const seat = state.seats.get(number);
  if (seat === undefined || seat.membership === 'left') return refuse('unknown-seat');
  if (seat.membership === 'removed' || seat.membership === 'turned-away') return refuse('removed');
  return seat.presence === 'present' ? accept() : accept({ type: 'seat-connected', seat: seat.seat });
}

function disconnected(
  state: SessionState,
  { seat: number }: Extract<RoomCommand, { kind: 'seat-disconnected' }>,
  sinceClockMs: number,
): Decision {
  const seat = state.seats.get(number);
  if (seat === undefined || seat.presence !== 'present') return accept();
  const gone = withFacts(begin(state), { type: 'seat-disconnected', seat: number });
  return done(closeIfEverybodyProposed(gone, sinceClockMs));
}

function minded(
  state: SessionState,
  { seat: number }: Extract<RoomCommand, { kind: 'absence-grace-over' }>,
): Decision {
  const seat = state.seats.get(number);
  return seat?.presence === 'absent' ? accept({ type: 'seat-minded', seat: number }) : accept();
}

/** The automatic pace, or the machine, stopped while the teacher was away; now it goes on. */
function goOn(progress: Progress): Progress {
  const { state } = progress;
  const stage = runningStage(state);
  const round = runningRound(state);
  if (stage === null || round === null || !waitsForTeacher(round.phase)) return progress;
  if (state.clock.kind !== 'off') return progress;
  const clock = startClock(phaseClockMs(state, stage, round.phase));
  return clock.kind === 'off'
    ? progress
    : withFacts(progress, { type: 'clock-set', clock, why: 'teacher-back' });
}

function everybodyGone(state: SessionState): readonly SessionEvent[] {
  const students = [...state.seats.values()].filter(
    (seat) => seat.bot === null && seat.presence === 'present',
  );
  const gone = students.map(({ seat }): SessionEvent => ({ type: 'seat-disconnected', seat }));
  return state.teacherPresent ? [...gone, { type: 'teacher-went' }] : gone;
}
