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
      | 'seat-admitted'
      | 'seat-reclaimed'
      | 'newcomers-held'
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
      return [event.bot === null ? join(event) : fill(ahead)];
    case 'seat-admitted':
    case 'seat-reclaimed':
      return [byTeacher({ kind: 'admit-seats', seats: inARow(ahead, letIn) })];
    case 'newcomers-held':
      // After removals it is part of the answer that began with them.
      return event.why === 'removals' ? [] : [byRoom({ kind: 'hold-newcomers', why: event.why })];
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
      return [
        ...soonOrLate(state, byTeacher({ kind: 'remove-seats', seats: inARow(ahead, shownOut) })),
        ...soonOrLate(state, byTeacher({ kind: 'remove-seat', seat: event.seat })),
      ];
    case 'seat-restored':
      return [byTeacher({ kind: 'restore-seats', seats: inARow(ahead, askedBack) })];
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

function join({ waits, claims, atMs }: Extract<SessionEvent, { type: 'seat-joined' }>): Asked {
  return byNewcomer({ kind: 'join', name: SOME_NAME, waits, claims, atMs });
}

/**
 * Those to whom the same happened in a row, as far as their numbers rise: done together it is done in that order, and
 * done one by one the facts are the same.
 */
function inARow(ahead: Ahead, seatOf: (event: SessionEvent) => number | null): number[] {
  const seats: number[] = [];
  for (let next = ahead(0); next !== undefined; next = ahead(seats.length)) {
    const seat = seatOf(next);
    if (seat === null || seat <= (seats[seats.length - 1] ?? 0)) break;
    seats.push(seat);
  }
  return seats;
}

function shownOut(event: SessionEvent): number | null {
  return event.type === 'seat-removed' ? event.seat : null;
}

function askedBack(event: SessionEvent): number | null {
  return event.type === 'seat-restored' ? event.seat : null;
}

function letIn(event: SessionEvent): number | null {
  if (event.type === 'seat-reclaimed') return event.by;
  return event.type === 'seat-admitted' ? event.seat : null;
}

/** As many bots as join in a row. */
function fill(ahead: Ahead): Asked {
  const bots = [];
  for (let next = ahead(0); next?.type === 'seat-joined' && next.bot !== null; next = ahead(bots.length)) {
    bots.push({ name: SOME_NAME, bot: next.bot });
  }
  return byTeacher({ kind: 'fill-with-bots', bots });
}
