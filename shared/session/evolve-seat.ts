import { withoutSeat } from './ballot.ts';
import { withoutPointsOf } from './evolve-drawing.ts';
import type { SessionEvent } from './events.ts';
import type { SeatNumber } from './ids.ts';
import { isHandingIn } from './phases.ts';
import type { Round, Seat, SessionState } from './state.ts';

export type SeatEvent = Extract<
  SessionEvent,
  {
    type:
      | 'seat-joined'
      | 'seat-admitted'
      | 'seat-reclaimed'
      | 'seat-connected'
      | 'seat-disconnected'
      | 'seat-minded'
      | 'seat-left'
      | 'seat-removed'
      | 'seat-restored'
      | 'seat-muted';
  }
>;

/** Files what happened to one seat. */
export function evolveSeat(state: SessionState, event: SeatEvent): SessionState {
  switch (event.type) {
    case 'seat-joined':
      return withSeat(state, {
        seat: event.seat,
        bot: event.bot,
        membership: event.waits ? 'waiting' : 'seated',
        presence: event.bot === null ? 'absent' : 'present',
        muted: false,
        joinedAtMs: event.atMs,
        claims: event.claims,
        became: null,
        applied: new Map(),
        agreed: 0,
        nudges: 0,
        uphill: [],
      });
    case 'seat-admitted':
      return change(state, event.seat, { membership: 'seated' });
    case 'seat-reclaimed':
      return change(state, event.by, { membership: 'left', presence: 'absent', became: event.seat });
    case 'seat-connected':
      return change(state, event.seat, { presence: 'present' });
    case 'seat-disconnected':
      return change(state, event.seat, { presence: 'absent' });
    case 'seat-minded':
      return change(state, event.seat, { presence: 'minded' });
    case 'seat-left':
      return withoutPointsOf(
        withoutHandedIn(change(state, event.seat, { membership: 'left', presence: 'absent' }), event.seat),
        event.seat,
      );
    case 'seat-removed':
      return withoutHandedIn(
        change(state, event.seat, { membership: removed(state, event.seat) }),
        event.seat,
      );
    case 'seat-restored':
      return change(state, event.seat, { membership: 'seated' });
    case 'seat-muted': {
      const muted = change(state, event.seat, { muted: event.muted });
      return event.muted ? withoutHandedIn(muted, event.seat) : muted;
    }
  }
}

/** Who was never let in was never one of the class. */
function removed(state: SessionState, seat: SeatNumber): 'removed' | 'turned-away' {
  return state.seats.get(seat)?.membership === 'waiting' ? 'turned-away' : 'removed';
}

function withSeat(state: SessionState, seat: Seat): SessionState {
  return { ...state, seats: state.seats.with(seat.seat, seat) };
}

function change(state: SessionState, number: SeatNumber, patch: Partial<Seat>): SessionState {
  const seat = state.seats.get(number);
  return seat === undefined ? state : withSeat(state, { ...seat, ...patch });
}

/** A seat that no longer plays takes along what it has handed in and nobody has counted; an adjusted round stays as it was. */
function withoutHandedIn(state: SessionState, seat: SeatNumber): SessionState {
  if (state.activity.kind !== 'stage' || state.activity.round === null) return state;
  const round = state.activity.round;
  if (round.outcome !== null) return state;
  const without = <Value>(table: ReadonlyMap<number, ReadonlyMap<SeatNumber, Value>>) =>
    new Map(
      [...table].map(
        ([parameter, by]) => [parameter, new Map([...by].filter(([other]) => other !== seat))] as const,
      ),
    );
  const left: Round = { ...round, nudges: without(round.nudges), guesses: without(round.guesses) };
  const ballot = isHandingIn(round.phase) ? withoutSeat(state.activity.ballot, seat) : state.activity.ballot;
  return { ...state, activity: { ...state.activity, round: left, ballot } };
}
