import { closeIfEverybodyProposed } from './advance.ts';
import type { Command, Decision, DecisionContext } from './commands.ts';
import type { SessionEvent } from './events.ts';
import type { HoldReason } from './hold-reason.ts';
import { claimable } from './newcomers.ts';
import { accept, begin, done, refuse, withFacts, type Progress } from './progress.ts';
import { seatedSeats, type Membership, type Seat, type SessionState } from './state.ts';

type DoorCommand = Extract<
  Command,
  { kind: 'admit-seats' | 'remove-seats' | 'restore-seats' | 'hold-newcomers' }
>;

/**
 * Who comes in and who is shown out, several at a time. Seats with whom it was done already, by another device or one
 * by one, are left as they are; where none is left to do, that is said.
 */
export function decideDoor(state: SessionState, command: DoorCommand, context: DecisionContext): Decision {
  switch (command.kind) {
    case 'admit-seats':
      return admit(state, command.seats);
    case 'remove-seats':
      return remove(state, command.seats, context.sinceClockMs);
    case 'restore-seats':
      return restore(state, command.seats);
    case 'hold-newcomers':
      return done(hold(begin(state), command.why));
  }
}

function admit(state: SessionState, numbers: readonly number[]): Decision {
  const seats = those(state, numbers, ['waiting']);
  if (seats.length === 0) return refuse('already-done');
  return done(
    seats.reduce((progress, seat) => withFacts(progress, letIn(progress.state, seat)), begin(state)),
  );
}

/** Where the seat somebody says was theirs is taken by now, they come in as anybody new. */
function letIn(state: SessionState, { seat, claims }: Seat): SessionEvent {
  const claimed = claims === null ? null : claimable(state, claims);
  return claimed === null
    ? { type: 'seat-admitted', seat }
    : { type: 'seat-reclaimed', seat: claimed.seat, by: seat };
}

/** Whoever was seated and is sent away with others would come straight back: from now on the teacher is asked. */
function remove(state: SessionState, numbers: readonly number[], sinceClockMs: number): Decision {
  const seats = those(state, numbers, ['waiting', 'seated']);
  if (seats.length === 0) return refuse('already-done');
  const gone = withFacts(
    begin(state),
    ...seats.map(({ seat }): SessionEvent => ({ type: 'seat-removed', seat })),
  );
  const held = seats.some(({ membership }) => membership === 'seated') ? hold(gone, 'removals') : gone;
  return done(closeIfEverybodyProposed(held, sinceClockMs));
}

function restore(state: SessionState, numbers: readonly number[]): Decision {
  const seats = those(state, numbers, ['removed', 'turned-away']);
  if (seats.length === 0) return refuse('already-done');
  if (seatedSeats(state).length + seats.length > state.setup.seatCap) return refuse('session-full');
  return accept(...seats.map(({ seat }): SessionEvent => ({ type: 'seat-restored', seat })));
}

function hold(progress: Progress, why: HoldReason): Progress {
  return progress.state.settings.approveNewcomers
    ? progress
    : withFacts(progress, { type: 'newcomers-held', why });
}

/** Each once, however often it is named. */
function those(
  state: SessionState,
  numbers: readonly number[],
  memberships: readonly Membership[],
): readonly Seat[] {
  const named = new Set(numbers);
  return [...state.seats.values()].filter(
    ({ seat, membership }) => named.has(seat) && memberships.includes(membership),
  );
}
