import type { SessionEvent, StepTaken } from './events.ts';
import type { SeatNumber } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { NudgeSize } from './nudges.ts';
import type { HistoryPoint, Round, RoundOutcome, SessionState, Stage } from './state.ts';

/** Files what happens in a round: it opens, goes through its phases, is nudged in, and takes its step. */

export function openRound(state: SessionState, round: number): SessionState {
  return withRound({ ...state, roundCount: round, serial: state.serial + 1 }, newRound(round));
}

function newRound(id: number): Round {
  return {
    id,
    phase: { kind: 'predict', layer: 0 },
    opened: new Map(),
    nudges: new Map(),
    guesses: new Map(),
    probed: new Map(),
    nudgeCounts: new Map(),
    outcome: null,
  };
}

function withRound(state: SessionState, round: Round): SessionState {
  return state.activity.kind === 'stage' ? { ...state, activity: { ...state.activity, round } } : state;
}

/** The running round if it is the one the fact speaks of. */
function roundNamed(state: SessionState, id: number): Round | null {
  const round = state.activity.kind === 'stage' ? state.activity.round : null;
  return round?.id === id ? round : null;
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
  return withRound(
    { ...state, clock: event.clock, serial: state.serial + 1 },
    { ...round, phase: event.phase, opened },
  );
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
    nudgeCounts: new Map(round.nudgeCounts).set(event.seat, count + 1),
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

/** An intent that has been applied, so that its repeat is known for one. */
function withApplied(
  state: SessionState,
  seat: SeatNumber,
  intent: { readonly instance: string; readonly seq: number },
): SessionState {
  const known = state.seats.get(seat);
  if (known === undefined) return state;
  const latest = [...(known.applied.get(intent.instance) ?? []), intent.seq].slice(-LIMITS.intentsRemembered);
  const others = [...known.applied].filter(([instance]) => instance !== intent.instance);
  const applied = new Map([...others, [intent.instance, latest] as const].slice(-LIMITS.pagesRemembered));
  return { ...state, seats: new Map(state.seats).set(seat, { ...known, applied }) };
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
    activity: { kind: 'stage', stage, round: { ...running, phase: { kind: 'adjust' }, outcome } },
    parameters: event.parameters,
    figures: event.figures,
    seats: withAgreement(state.seats, event),
    history: [...state.history, point],
    roundCount: Math.max(state.roundCount, event.round),
    serial: state.serial + 1,
  };
}

function withAgreement(seats: SessionState['seats'], step: StepTaken): SessionState['seats'] {
  if (step.seats.length === 0) return seats;
  const counted = new Map(seats);
  for (const outcome of step.seats) {
    const seat = counted.get(outcome.seat);
    if (seat === undefined) continue;
    counted.set(outcome.seat, {
      ...seat,
      agreed: seat.agreed + outcome.agreed,
      nudges: seat.nudges + outcome.nudges,
    });
  }
  return counted;
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
