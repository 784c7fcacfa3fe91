import { clockForPhase, CLOCK_OFF } from './clock.ts';
import type { Owners, SessionEvent, StageFacts, StepTaken } from './events.ts';
import { evolveSeat } from './evolve-seat.ts';
import type { SeatNumber } from './ids.ts';
import type { HistoryPoint, Round, RoundOutcome, SessionState, Stage } from './state.ts';

/**
 * Files one fact. It never refuses and never throws: a fact about a round that is not running changes nothing.
 * There is no arithmetic of the network here; every figure comes with the event.
 */
export function evolve(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'session-opened':
      return openedState(event);
    case 'session-ended':
      return {
        ...state,
        activity: { kind: 'ended', stage: stageOf(state) },
        clock: CLOCK_OFF,
        serial: state.serial + 1,
      };
    case 'code-changed':
      return { ...state, code: event.code };
    case 'session-locked':
      return { ...state, locked: event.locked };
    case 'settings-changed':
      return changeSettings(state, event);
    case 'roster-changed':
      return { ...state, rosterVersion: event.rosterVersion };
    case 'teacher-came':
      return { ...state, teacherPresent: true };
    case 'teacher-went':
      return { ...state, teacherPresent: false };
    case 'stage-entered':
      return enterStage(state, event.facts, 'start', null);
    case 'went-back':
      return enterStage(state, event.facts, 'back', event.point);
    case 'ownership-changed':
      return { ...state, owners: event.owners, reassignments: [] };
    case 'parameter-reassigned':
      return {
        ...state,
        reassignments: [...state.reassignments, { parameter: event.parameter, seat: event.seat }],
      };
    case 'round-opened':
      return withRound(
        { ...state, roundCount: event.round, serial: state.serial + 1 },
        newRound(event.round),
      );
    case 'phase-entered':
      return enterPhase(state, event);
    case 'clock-set':
      return { ...state, clock: event.clock };
    case 'nudged':
      return fileNudge(state, event);
    case 'arrow-guessed':
      return fileGuess(state, event);
    case 'step-taken':
      return fileStep(state, event);
    case 'step-taken-back':
      return fileTakenBack(state, event);
    case 'screen-blanked':
      return { ...state, blank: event.blank };
    case 'parameter-spotlighted':
      return { ...state, spotlight: event.parameter };
    case 'seat-joined':
    case 'seat-connected':
    case 'seat-disconnected':
    case 'seat-minded':
    case 'seat-left':
    case 'seat-removed':
    case 'seat-restored':
    case 'seat-muted':
      return evolveSeat(state, event);
  }
}

/** The state of a session that has just opened: an empty lobby. */
export function openedState(event: Extract<SessionEvent, { type: 'session-opened' }>): SessionState {
  return {
    setup: event.setup,
    settings: event.setup.settings,
    code: event.code,
    locked: false,
    activity: { kind: 'lobby' },
    clock: CLOCK_OFF,
    serial: 0,
    parameters: event.setup.startParameters,
    figures: event.figures,
    seats: new Map(),
    owners: event.setup.startParameters.map(() => []),
    reassignments: [],
    history: [],
    roundCount: 0,
    teacherPresent: false,
    blank: false,
    spotlight: null,
    rosterVersion: 0,
  };
}

function stageOf(state: SessionState): Stage | null {
  return state.activity.kind === 'lobby' ? null : state.activity.stage;
}

function enterStage(
  state: SessionState,
  facts: StageFacts,
  kind: 'start' | 'back',
  from: number | null,
): SessionState {
  const earlier = from === null ? undefined : state.history[from];
  const stage: Stage = {
    index: facts.stage,
    kind: facts.kind,
    network: facts.network,
    stepPolicy: facts.stepPolicy,
    stepSizes: facts.stepSizes,
    lastMoves: facts.lastMoves,
    roundsPlayed: earlier?.stage.roundsPlayed ?? 0,
    cost: kind === 'back' ? (stageOf(state)?.cost ?? NO_COST) : NO_COST,
  };
  const point: HistoryPoint = {
    kind,
    round: earlier?.round ?? null,
    from,
    stage,
    figures: facts.figures,
    parameters: facts.parameters,
    takenBack: null,
    fast: false,
  };
  return {
    ...state,
    settings: { ...state.settings, stepSize: facts.stepSize, stepPolicy: facts.stepPolicy },
    activity: { kind: 'stage', stage, round: null },
    clock: clockForPhase(state.clock, null),
    serial: state.serial + 1,
    parameters: facts.parameters,
    figures: facts.figures,
    owners: facts.owners,
    reassignments: [],
    history: [...state.history, point],
    spotlight: null,
  };
}

function changeSettings(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'settings-changed' }>,
): SessionState {
  const { settings, stepSizes } = event;
  if (state.activity.kind !== 'stage' || stepSizes === null) return { ...state, settings };
  const stage = { ...state.activity.stage, stepPolicy: settings.stepPolicy, stepSizes };
  return { ...state, settings, activity: { ...state.activity, stage } };
}

const NO_COST = { forward: 0, backward: 0 };

function newRound(id: number): Round {
  return {
    id,
    phase: { kind: 'predict', layer: 0 },
    opened: new Map(),
    nudges: new Map(),
    guesses: new Map(),
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

function enterPhase(
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

function fileNudge(state: SessionState, event: Extract<SessionEvent, { type: 'nudged' }>): SessionState {
  const round = roundNamed(state, event.round);
  if (round === null) return state;
  const standing = { ...event.nudge, probe: event.probe };
  const count = round.nudgeCounts.get(event.seat) ?? 0;
  const filed = withRound(state, {
    ...round,
    nudges: withEntry(round.nudges, event.parameter, event.seat, standing),
    nudgeCounts: new Map(round.nudgeCounts).set(event.seat, count + 1),
  });
  return event.intent === null ? filed : withApplied(filed, event.seat, event.intent);
}

function fileGuess(
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
  const applied = new Map(known.applied).set(intent.instance, intent.seq);
  return { ...state, seats: new Map(state.seats).set(seat, { ...known, applied }) };
}

function withEntry<Value>(
  table: ReadonlyMap<number, ReadonlyMap<SeatNumber, Value>>,
  parameter: number,
  seat: SeatNumber,
  value: Value,
): ReadonlyMap<number, ReadonlyMap<SeatNumber, Value>> {
  return new Map(table).set(parameter, new Map(table.get(parameter)).set(seat, value));
}

function fileStep(state: SessionState, event: StepTaken): SessionState {
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

function fileTakenBack(
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

/** Owners of a network of this size before anybody has any. */
export function nobody(parameterCount: number): Owners {
  return Array.from({ length: parameterCount }, () => []);
}
