import type { SessionEvent, StepTaken } from './events.ts';
import type { SeatNumber } from './ids.ts';
import { newRound, roundNamed, withApplied, withRound } from './filing.ts';
import type { NudgeSize } from './nudges.ts';
import { isHandingIn, type Phase } from './phases.ts';
import { tellsTheWay, uphillCounts, withUphill } from './uphill.ts';
import { SeatMap } from './seat-map.ts';
import type { Vote } from './stages.ts';
import type { HistoryPoint, Round, RoundOutcome, SessionState, Stage } from './state.ts';

/** Files what happens in a round: it opens, goes through its phases, is nudged in, and takes its step. */

export function openRound(state: SessionState, round: number): SessionState {
  return withRound({ ...state, roundCount: round, serial: state.serial + 1 }, newRound(round));
}

export function enterPhase(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'phase-entered' }>,
): SessionState {
  const round = roundNamed(state, event.round);
  if (round === null) return state;
  const opened =
    event.backward === null
      ? round.opened
      : new Map(round.opened).set(event.backward.layer, {
          gradient: event.backward.gradient,
          errors: event.backward.errors,
        });
  const nudgeCounts = isHandingIn(event.phase) ? SeatMap.of<number>() : round.nudgeCounts;
  return withRound(
    { ...withBallotFor(state, event.phase), clock: event.clock, serial: state.serial + 1 },
    { ...round, phase: event.phase, opened, nudgeCounts },
  );
}

/** Whatever is voted or bet on next begins with nothing handed in. */
function withBallotFor(state: SessionState, phase: Phase): SessionState {
  if (state.activity.kind !== 'stage') return state;
  const { ballot } = state.activity;
  switch (phase.kind) {
    case 'vote':
      return {
        ...state,
        activity: { ...state.activity, ballot: { kind: 'votes', votes: SeatMap.of<Vote>() } },
      };
    case 'bet': {
      const answered = ballot.kind === 'bets' && phase.animal > 0 ? ballot.answered : [];
      const bets = { kind: 'bets', bets: SeatMap.of<number>(), answered } as const;
      return { ...state, activity: { ...state.activity, ballot: bets } };
    }
    default:
      return state;
  }
}

export function fileNudge(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'nudged' }>,
): SessionState {
  const round = roundNamed(state, event.round);
  if (round === null) return state;
  const standing = { ...event.nudge, probe: event.probe };
  const count = round.nudgeCounts.get(event.seat) ?? 0;
  const filed = withRound(state, {
    ...round,
    nudges: withEntry(round.nudges, event.parameter, event.seat, standing),
    probed: event.probe === null ? round.probed : withProbed(round, event.parameter, event.nudge.size),
    nudgeCounts: round.nudgeCounts.with(event.seat, count + 1),
  });
  return event.intent === null ? filed : withApplied(filed, event.seat, event.intent);
}

export function fileGuess(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'arrow-guessed' }>,
): SessionState {
  const round = roundNamed(state, event.round);
  if (round === null) return state;
  const guesses = withEntry(round.guesses, event.parameter, event.seat, event.direction);
  return withApplied(withRound(state, { ...round, guesses }), event.seat, event.intent);
}

function withProbed(round: Round, parameter: number, size: NudgeSize): Round['probed'] {
  return new Map(round.probed).set(parameter, new Set(round.probed.get(parameter)).add(size));
}

function withEntry<Value>(
  table: ReadonlyMap<number, ReadonlyMap<SeatNumber, Value>>,
  parameter: number,
  seat: SeatNumber,
  value: Value,
): ReadonlyMap<number, ReadonlyMap<SeatNumber, Value>> {
  return new Map(table).set(parameter, new Map(table.get(parameter)).set(seat, value));
}

export function fileStep(state: SessionState, event: StepTaken): SessionState {
  if (state.activity.kind !== 'stage') return state;
  const running = roundNamed(state, event.round) ?? newRound(event.round);
  const outcome: RoundOutcome = {
    step: event,
    parametersBefore: state.parameters,
    figuresBefore: state.figures,
    seats: new Map(event.seats.map((seat) => [seat.seat, seat])),
    takenBack: false,
  };
  const stage: Stage = {
    ...state.activity.stage,
    stepSizes: event.stepSizes,
    lastMoves: event.moves,
    roundsPlayed: state.activity.stage.roundsPlayed + 1,
    cost: {
      forward: state.activity.stage.cost.forward + event.cost.forward,
      backward: state.activity.stage.cost.backward + event.cost.backward,
    },
  };
  const point: HistoryPoint = {
    kind: 'step',
    round: event.round,
    from: null,
    stage,
    figures: event.figures,
    parameters: event.parameters,
    takenBack: null,
    fast: event.closedBy === 'fast-forward',
  };
  return {
    ...state,
    activity: {
      ...state.activity,
      stage,
      round: { ...running, phase: { kind: 'adjust' }, outcome },
    },
    parameters: event.parameters,
    figures: event.figures,
    seats: withAgreement(state.seats, event, wentUp(state.activity.stage, running, event)),
    history: [...state.history, point],
    roundCount: Math.max(state.roundCount, event.round),
    serial: state.serial + 1,
  };
}

/** In rounds that ran ahead the seats chose nothing. */
function wentUp(stage: Stage, round: Round, step: StepTaken): ReturnType<typeof uphillCounts> {
  const chosen = tellsTheWay(stage.kind) && step.closedBy !== 'fast-forward';
  return chosen ? uphillCounts(round.nudges, step.gradient) : new Map<never, never>();
}

function withAgreement(
  seats: SessionState['seats'],
  step: StepTaken,
  uphill: ReturnType<typeof uphillCounts>,
): SessionState['seats'] {
  if (step.seats.length === 0) return seats;
  const counted = new Map(seats);
  for (const outcome of step.seats) {
    const seat = counted.get(outcome.seat);
    if (seat === undefined) continue;
    const count = uphill.get(outcome.seat);
    counted.set(outcome.seat, {
      ...seat,
      agreed: seat.agreed + outcome.agreed,
      nudges: seat.nudges + outcome.nudges,
      uphill: count === undefined ? seat.uphill : withUphill(seat.uphill, count),
    });
  }
  return SeatMap.of(counted);
}

export function fileTakenBack(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'step-taken-back' }>,
): SessionState {
  const round = roundNamed(state, event.round);
  const last = state.history[state.history.length - 1];
  if (round === null || round.outcome === null || last === undefined) return state;
  const point: HistoryPoint = {
    ...last,
    figures: event.figures,
    parameters: event.parameters,
    takenBack: last.figures,
  };
  return {
    ...withRound(state, { ...round, outcome: { ...round.outcome, takenBack: true } }),
    parameters: event.parameters,
    figures: event.figures,
    history: [...state.history.slice(0, -1), point],
  };
}
