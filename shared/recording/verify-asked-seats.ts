import type { SessionEvent } from '../session/events.ts';
import type { RosterName } from '../session/roster.ts';
import type { SessionState } from '../session/state.ts';
import {
  byNewcomer,
  byRoom,
  byStudent,
  byTeacher,
  soonOrLate,
  type Ahead,
  type Asked,
} from './verify-askers.ts';

type FactOfSeats = Extract<
  SessionEvent,
  {
    type:
      | 'roster-changed'
      | 'seat-joined'
      | 'seat-connected'
      | 'seat-disconnected'
      | 'seat-minded'
      | 'seat-left'
      | 'seat-removed'
      | 'seat-restored'
      | 'seat-muted'
      | 'teacher-came'
      | 'teacher-went'
      | 'nudged'
      | 'arrow-guessed'
      | 'parameter-reassigned';
  }
>;

/** Names are in no fact, so any will do. */
const SOME_NAME: RosterName = { name: '', free: false };

/** What may have been asked so that the answer begins with a fact about who is here and what they proposed. */
export function askedOfSeats(
  state: SessionState,
  event: FactOfSeats,
  ahead: Ahead,
  reopened: boolean,
): readonly Asked[] {
  const roomOpened = reopened ? [byRoom({ kind: 'room-opened' })] : [];
  switch (event.type) {
    case 'seat-joined':
      return [event.bot === null ? byNewcomer({ kind: 'join', name: SOME_NAME }) : fill(ahead)];
    case 'roster-changed':
      return [...state.seats.keys()]
        .slice(0, 1)
        .map((seat) => byTeacher({ kind: 'rename-seat', seat, name: SOME_NAME }));
    case 'seat-connected':
      return [byRoom({ kind: 'seat-connected', seat: event.seat })];
    case 'seat-disconnected':
      return [...roomOpened, ...soonOrLate(state, byRoom({ kind: 'seat-disconnected', seat: event.seat }))];
    case 'seat-minded':
      return [byRoom({ kind: 'absence-grace-over', seat: event.seat })];
    case 'seat-left':
      return [
        ...soonOrLate(state, byTeacher({ kind: 'remove-bots' })),
        ...soonOrLate(state, byStudent(event.seat, { kind: 'leave' })),
      ];
    case 'seat-removed':
      return soonOrLate(state, byTeacher({ kind: 'remove-seat', seat: event.seat }));
    case 'seat-restored':
      return [byTeacher({ kind: 'restore-seat', seat: event.seat })];
    case 'seat-muted':
      return soonOrLate(state, byTeacher({ kind: 'mute-seat', seat: event.seat, muted: event.muted }));
    case 'teacher-came':
      return [byRoom({ kind: 'teacher-connected' })];
    case 'teacher-went':
      return [...roomOpened, byRoom({ kind: 'teacher-disconnected' })];
    case 'nudged':
      return askedOfNudge(state, event);
    case 'arrow-guessed': {
      const { seat, intent, round, parameter, direction } = event;
      return [byStudent(seat, { kind: 'guess-arrow', round, parameter, direction }, intent)];
    }
    case 'parameter-reassigned':
      return [byTeacher({ kind: 'reassign', parameter: event.parameter, seat: event.seat })];
  }
}

/** A bot's proposal is part of the answer that opened the round for proposals, and never the first of one. */
function askedOfNudge(
  state: SessionState,
  { seat, intent, round, parameter, nudge }: Extract<SessionEvent, { type: 'nudged' }>,
): readonly Asked[] {
  if (intent === null) return [];
  return soonOrLate(state, byStudent(seat, { kind: 'nudge', round, parameter, ...nudge }, intent));
}

/** As many bots as join in a row. */
function fill(ahead: Ahead): Asked {
  const bots = [];
  for (let next = ahead(0); next?.type === 'seat-joined' && next.bot !== null; next = ahead(bots.length)) {
    bots.push({ name: SOME_NAME, bot: next.bot });
  }
  return byTeacher({ kind: 'fill-with-bots', bots });
}
