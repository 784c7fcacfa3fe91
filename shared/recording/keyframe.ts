import type { Ballot } from '../session/ballot.ts';
import type { SeatNumber } from '../session/ids.ts';
import { SeatMap } from '../session/seat-map.ts';
import type { SessionSetup } from '../session/setup.ts';
import type { Activity, HistoryPoint, Round, RoundOutcome, Seat, SessionState } from '../session/state.ts';
import type { Keyframe } from './keyframe-schema.ts';

/**
 * A state as a recording keeps it, so that seeking need not begin at the beginning. What is found elsewhere in the
 * file is left out: the setup, which is the first event's but for points that the class drew, and the curve but for its
 * last point, which is the timeline's. What no view shows is left out too: which intents were applied.
 */
export function keyframeOf(state: SessionState): Keyframe {
  const { setup, activity, seats, history, ...plain } = state;
  return {
    ...plain,
    activity: writeActivity(activity),
    seats: [...seats.values()].map(writeSeat),
    history: { length: history.length, last: history[history.length - 1] ?? null },
    drawn: setup.drawing === null ? null : writeDrawn(setup),
  };
}

/**
 * The state that a keyframe was made of.
 *
 * @param earlier the curve's points up to the keyframe, from the timeline; the last is the keyframe's own
 */
export function stateOf(
  keyframe: Keyframe,
  setup: SessionSetup,
  earlier: readonly HistoryPoint[],
): SessionState {
  const { activity, seats, history, drawn, ...plain } = keyframe;
  const before = earlier.slice(0, Math.max(0, history.length - 1));
  return {
    ...plain,
    setup: drawn === null ? setup : withDrawn(setup, drawn),
    activity: readActivity(activity),
    seats: SeatMap.of(seats.map((seat): [SeatNumber, Seat] => [seat.seat, { ...seat, applied: new Map() }])),
    history: history.last === null ? before : [...before, history.last],
  };
}

type WrittenDrawn = NonNullable<Keyframe['drawn']>;

function writeDrawn({ data, startParameters }: SessionSetup): WrittenDrawn {
  const { training, validation, test } = data;
  return { data: { training, validation, test }, startParameters };
}

function withDrawn(setup: SessionSetup, { data, startParameters }: WrittenDrawn): SessionSetup {
  return { ...setup, data: { ...setup.data, ...data }, startParameters };
}

type WrittenActivity = Keyframe['activity'];
type WrittenStage = Extract<WrittenActivity, { kind: 'stage' }>;
type WrittenRound = NonNullable<WrittenStage['round']>;
type WrittenBallot = WrittenStage['ballot'];

function writeSeat(seat: Seat): Keyframe['seats'][number] {
  const { applied: _, ...written } = seat;
  return written;
}

function writeActivity(activity: Activity): WrittenActivity {
  if (activity.kind !== 'stage') return activity;
  return {
    ...activity,
    round: activity.round === null ? null : writeRound(activity.round),
    ballot: writeBallot(activity.ballot),
  };
}

function readActivity(activity: WrittenActivity): Activity {
  if (activity.kind !== 'stage') return activity;
  return {
    ...activity,
    round: activity.round === null ? null : readRound(activity.round),
    ballot: readBallot(activity.ballot),
  };
}

function writeBallot(ballot: Ballot): WrittenBallot {
  switch (ballot.kind) {
    case 'none':
      return ballot;
    case 'votes':
      return { ...ballot, votes: [...ballot.votes] };
    case 'stops':
      return { ...ballot, stops: [...ballot.stops] };
    case 'bets':
      return { ...ballot, bets: [...ballot.bets] };
  }
}

function readBallot(ballot: WrittenBallot): Ballot {
  switch (ballot.kind) {
    case 'none':
      return ballot;
    case 'votes':
      return { ...ballot, votes: SeatMap.of(ballot.votes) };
    case 'stops':
      return { ...ballot, stops: SeatMap.of(ballot.stops) };
    case 'bets':
      return { ...ballot, bets: SeatMap.of(ballot.bets) };
  }
}

function writeRound({ outcome, ...round }: Round): WrittenRound {
  return {
    ...round,
    opened: [...round.opened],
    nudges: writeTable(round.nudges),
    guesses: writeTable(round.guesses),
    probed: [...round.probed].map(([parameter, sizes]) => [parameter, [...sizes]]),
    nudgeCounts: [...round.nudgeCounts],
    outcome: outcome === null ? null : writeOutcome(outcome),
  };
}

function readRound({ outcome, ...round }: WrittenRound): Round {
  return {
    ...round,
    opened: new Map(round.opened),
    nudges: readTable(round.nudges),
    guesses: readTable(round.guesses),
    probed: new Map(round.probed.map(([parameter, sizes]) => [parameter, new Set(sizes)])),
    nudgeCounts: SeatMap.of(round.nudgeCounts),
    outcome: outcome === null ? null : readOutcome(outcome),
  };
}

/** What each seat's nudges did is in the step: the table is made of it again. */
function writeOutcome(outcome: RoundOutcome): NonNullable<WrittenRound['outcome']> {
  const { seats: _, ...written } = outcome;
  return written;
}

function readOutcome(outcome: NonNullable<WrittenRound['outcome']>): RoundOutcome {
  return { ...outcome, seats: new Map(outcome.step.seats.map((seat) => [seat.seat, seat])) };
}

type Table<Value> = ReadonlyMap<number, ReadonlyMap<SeatNumber, Value>>;
type WrittenTable<Value> = readonly [number, readonly [SeatNumber, Value][]][];

function writeTable<Value>(table: Table<Value>): [number, [SeatNumber, Value][]][] {
  return [...table].map(([parameter, by]) => [parameter, [...by]]);
}

function readTable<Value>(table: WrittenTable<Value>): Table<Value> {
  return new Map(table.map(([parameter, by]) => [parameter, new Map(by)]));
}
