import { seatView } from '../../shared/projection/seat-view.ts';
import { studentView } from '../../shared/projection/student-view.ts';
import { teacherView } from '../../shared/projection/teacher-view.ts';
import type { Clock } from '../../shared/session/clock.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { TeacherView } from '../../shared/projection/views.ts';
import type { Session } from './session.svelte.ts';

/** The console of a moment that is over: what it showed, and nothing to ask of anybody. */
export function recordedConsole(
  state: SessionState,
  roster: Roster,
): Session<'teacher'> & { readonly view: TeacherView } {
  return { ...silent(state.clock), view: teacherView(state, roster), seat: null };
}

/** The phone of one seat at a moment that is over; `seat` is null before it sat down. */
export function recordedPhone(state: SessionState, roster: Roster, seat: number): Session<'student'> {
  return {
    ...silent(state.clock),
    view: studentView(state),
    seat: seatView(state, roster, seatNumber(seat)),
  };
}

/** What is the same for every role: a projector asks for nothing as it is, and a recording answers nobody. */
type Silent = Omit<Session<'screen'>, 'view' | 'seat' | 'send' | 'refused'> & {
  readonly send: () => void;
  readonly refused: null;
};

/** Asks nothing, waits for nothing. The clock stands as it was last marked, which was at most a second before. */
function silent(clock: Clock): Silent {
  const left = clock.kind === 'paused' ? clock.left : clock.kind === 'running' ? clock : null;
  return {
    status: { kind: 'live', slow: false },
    waitingAs: null,
    ageMs: () => null,
    remainingMs: left === null ? null : Math.max(0, left.remainingMs),
    totalMs: left?.totalMs ?? null,
    isRunning: clock.kind === 'running',
    pending: [],
    unseen: [],
    refused: null,
    send: () => undefined,
    dismiss: () => undefined,
    retry: () => undefined,
    close: () => undefined,
  };
}
