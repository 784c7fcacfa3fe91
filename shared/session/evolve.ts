import { clockForPhase, CLOCK_OFF } from './clock.ts';
import type { SessionEvent, StageFacts } from './events.ts';
import { enterPhase, fileGuess, fileNudge, fileStep, fileTakenBack, openRound } from './evolve-round.ts';
import { evolveSeat } from './evolve-seat.ts';
import { emptyBallot, type Ballot } from './ballot.ts';
import { evolveDrawing } from './evolve-drawing.ts';
import { evolveMachine } from './evolve-machine.ts';
import { SeatMap } from './seat-map.ts';
import type { HistoryPoint, SessionState, Stage } from './state.ts';

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
    case 'newcomers-held':
      return { ...state, settings: { ...state.settings, approveNewcomers: true }, held: event.why };
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
      return openRound(state, event.round);
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
    case 'voted':
    case 'descended':
    case 'stopped':
    case 'stops-revealed':
    case 'bet-placed':
    case 'animal-answered':
    case 'example-explained':
    case 'gradient-checked':
      return evolveMachine(state, event);
    case 'point-drawn':
    case 'point-erased':
    case 'drawing-cleared':
    case 'drawing-settled':
    case 'drawing-reopened':
      return evolveDrawing(state, event);
    case 'screen-blanked':
      return { ...state, blank: event.blank };
    case 'parameter-spotlighted':
      return { ...state, spotlight: event.parameter };
    case 'seat-joined':
    case 'seat-admitted':
    case 'seat-reclaimed':
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
    held: null,
    activity: { kind: 'lobby' },
    clock: CLOCK_OFF,
    serial: 0,
    parameters: event.setup.startParameters,
    figures: event.figures,
    seats: SeatMap.of(),
    owners: event.setup.startParameters.map(() => []),
    reassignments: [],
    history: [],
    roundCount: 0,
    teacherPresent: false,
    blank: false,
    spotlight: null,
    rosterVersion: 0,
    drawing: event.setup.drawing === null ? null : { points: [], settled: false },
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
    settings: {
      ...state.settings,
      stepSize: facts.stepSize,
      stepPolicy: facts.stepPolicy,
      ...facts.machine,
    },
    activity: { kind: 'stage', stage, round: null, ballot: ballotFor(state, facts, kind) },
    clock: clockForPhase(state.clock, null),
    serial: state.serial + 1,
    parameters: facts.parameters,
    figures: facts.figures,
    owners: facts.owners,
    reassignments: [],
    history: [...state.history, point],
    spotlight: null,
    drawing: null,
  };
}

/** Going back within a stage keeps what the class has handed in: who has stopped does not stop again. */
function ballotFor({ activity }: SessionState, facts: StageFacts, kind: 'start' | 'back'): Ballot {
  const same = kind === 'back' && activity.kind === 'stage' && activity.stage.index === facts.stage;
  return same ? activity.ballot : emptyBallot(facts.kind);
}

function changeSettings(
  state: SessionState,
  event: Extract<SessionEvent, { type: 'settings-changed' }>,
): SessionState {
  const { settings, stepSizes } = event;
  const held = settings.approveNewcomers ? state.held : null;
  if (state.activity.kind !== 'stage' || stepSizes === null) return { ...state, settings, held };
  const stage = { ...state.activity.stage, stepPolicy: settings.stepPolicy, stepSizes };
  return { ...state, settings, held, activity: { ...state.activity, stage } };
}

const NO_COST = { forward: 0, backward: 0 };
