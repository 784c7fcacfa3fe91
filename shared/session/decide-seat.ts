import { botPoints } from '../bots/bot-points.ts';
import { closeIfEverybodyProposed } from './advance.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import type { SessionEvent } from './events.ts';
import { seatNumber, type SeatNumber } from './ids.ts';
import { claimable, whyNoNewcomer } from './newcomers.ts';
import { accept, begin, done, refuse, withFacts } from './progress.ts';
import type { RosterName } from './roster.ts';
import { parametersOf, seatedSeats, type Seat, type SessionState } from './state.ts';

type SeatCommand = Extract<
  Command,
  {
    kind:
      | 'join'
      | 'rename'
      | 'leave'
      | 'fill-with-bots'
      | 'remove-bots'
      | 'remove-seat'
      | 'restore-seat'
      | 'mute-seat'
      | 'rename-seat'
      | 'reassign';
  }
>;

/** Who belongs to the class. `own` is the seat that asks, when a student does. */
export function decideSeat(
  state: SessionState,
  command: SeatCommand,
  own: SeatNumber | null,
  { sinceClockMs }: DecisionContext,
): Decision {
  switch (command.kind) {
    case 'join':
      return join(state, command);
    case 'rename':
      return own === null ? refuse('unknown-seat') : rename(state, own, command.name);
    case 'rename-seat':
      return rename(state, command.seat, command.name);
    case 'leave':
      return own === null ? refuse('unknown-seat') : leave(state, own, sinceClockMs);
    case 'fill-with-bots':
      return fillWithBots(state, command.bots);
    case 'remove-bots':
      return removeBots(state, sinceClockMs);
    case 'remove-seat':
      return remove(state, command.seat, sinceClockMs);
    case 'restore-seat':
      return restore(state, command.seat);
    case 'mute-seat':
      return mute(state, command.seat, command.muted, sinceClockMs);
    case 'reassign':
      return reassign(state, command.parameter, command.seat);
  }
}

function find(state: SessionState, number: number): Seat | undefined {
  return [...state.seats.values()].find((seat) => seat.seat === number);
}

function nextSeat(state: SessionState): SeatNumber {
  return seatNumber(Math.max(0, ...state.seats.keys()) + 1);
}

function join(state: SessionState, command: Extract<Command, { kind: 'join' }>): Decision {
  const { name, claims = null, atMs = null } = command;
  const waits = state.settings.approveNewcomers || command.waits === true || claims !== null;
  const refused = whyNoNewcomer(state, waits);
  if (refused !== null) return { ok: false, refusal: refused };
  if (claims !== null && claimable(state, claims) === null) return refuse('unknown-seat');
  const seat = nextSeat(state);
  return withNames(state, [{ type: 'seat-joined', seat, bot: null, waits, claims, atMs }], [{ seat, name }]);
}

function fillWithBots(
  state: SessionState,
  bots: Extract<Command, { kind: 'fill-with-bots' }>['bots'],
): Decision {
  if (seatedSeats(state).length + bots.length > state.setup.seatCap) return refuse('session-full');
  if (bots.length === 0) return accept();
  const first = nextSeat(state);
  const dealt = bots.map(({ bot, name }, index) => ({ seat: seatNumber(first + index), bot, name }));
  const joined = dealt.map(({ seat, bot }): SessionEvent => ({
    type: 'seat-joined',
    seat,
    bot,
    waits: false,
    claims: null,
    atMs: null,
  }));
  const points = botPoints(
    state,
    dealt.map(({ seat }) => seat),
  );
  return withNames(
    state,
    [...joined, ...points],
    dealt.map(({ seat, name }) => ({ seat, name })),
  );
}

/** Names go to the roster; the events only say that it changed. */
function withNames(
  state: SessionState,
  events: readonly SessionEvent[],
  names: readonly { readonly seat: SeatNumber; readonly name: RosterName }[],
): Decision {
  const rosterVersion = state.rosterVersion + names.length;
  return { ok: true, events: [...events, { type: 'roster-changed', rosterVersion }], names };
}

function rename(state: SessionState, number: number, name: RosterName): Decision {
  const seat = find(state, number);
  return seat === undefined ? refuse('unknown-seat') : withNames(state, [], [{ seat: seat.seat, name }]);
}

function leave(state: SessionState, number: SeatNumber, sinceClockMs: number): Decision {
  const membership = state.seats.get(number)?.membership;
  if (membership !== 'seated' && membership !== 'waiting') return refuse('already-done');
  return done(
    closeIfEverybodyProposed(withFacts(begin(state), { type: 'seat-left', seat: number }), sinceClockMs),
  );
}

function removeBots(state: SessionState, sinceClockMs: number): Decision {
  const bots = seatedSeats(state).filter((seat) => seat.bot !== null);
  return done(
    closeIfEverybodyProposed(
      withFacts(begin(state), ...bots.map(({ seat }) => ({ type: 'seat-left', seat }) as const)),
      sinceClockMs,
    ),
  );
}

function remove(state: SessionState, number: number, sinceClockMs: number): Decision {
  const seat = find(state, number);
  if (seat === undefined) return refuse('unknown-seat');
  if (seat.membership !== 'seated' && seat.membership !== 'waiting') return refuse('already-done');
  return done(
    closeIfEverybodyProposed(
      withFacts(begin(state), { type: 'seat-removed', seat: seat.seat }),
      sinceClockMs,
    ),
  );
}

function restore(state: SessionState, number: number): Decision {
  const seat = find(state, number);
  if (seat === undefined) return refuse('unknown-seat');
  if (seat.membership !== 'removed' && seat.membership !== 'turned-away') return refuse('already-done');
  if (seatedSeats(state).length >= state.setup.seatCap) return refuse('session-full');
  return accept({ type: 'seat-restored', seat: seat.seat });
}

function mute(state: SessionState, number: number, muted: boolean, sinceClockMs: number): Decision {
  const seat = find(state, number);
  if (seat === undefined) return refuse('unknown-seat');
  if (seat.muted === muted) return accept();
  return done(
    closeIfEverybodyProposed(
      withFacts(begin(state), { type: 'seat-muted', seat: seat.seat, muted }),
      sinceClockMs,
    ),
  );
}

/** The exchange is done when the next round opens: nobody loses a weight in the middle of one. */
function reassign(state: SessionState, parameter: number, number: number): Decision {
  const seat = find(state, number);
  if (seat === undefined || seat.membership !== 'seated') return refuse('unknown-seat');
  const owners = state.owners[parameter];
  if (owners === undefined) return refuse('unknown-parameter');
  if (owners.includes(seat.seat)) return refuse('already-done');
  if (parametersOf(state.owners, seat.seat).length === 0) return refuse('not-now');
  return accept({ type: 'parameter-reassigned', parameter, seat: seat.seat });
}
