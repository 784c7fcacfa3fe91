import { runningRound, runningStage, seatedSeats, type SessionState } from '../session/state.ts';
import { proposalProgress } from '../session/waiting.ts';
import { revealIn } from './reveal.ts';
import type {
  BackwardSection,
  ClassSection,
  NetworkSection,
  PauseSection,
  ProgressSection,
  RoundSection,
  StageSection,
  StepSection,
  StudentView,
} from './views.ts';

/** The sections that students, projector and console have in common. */
export type CommonSections = Pick<
  StudentView,
  'class' | 'pause' | 'stage' | 'round' | 'progress' | 'network' | 'step' | 'backward'
>;

/** Each a plain reading of the state. */
export function commonSections(state: SessionState): CommonSections {
  return {
    class: classSection(state),
    pause: pauseSection(state),
    stage: stageSection(state),
    round: roundSection(state),
    progress: progressSection(state),
    network: networkSection(state),
    step: stepSection(state),
    backward: backwardSection(state),
  };
}

function classSection(state: SessionState): ClassSection {
  const seated = seatedSeats(state);
  return {
    lesson: state.setup.lesson,
    code: state.code,
    locked: state.locked,
    activity: state.activity.kind,
    seats: seated.length,
    present: seated.filter((seat) => seat.presence === 'present').length,
    bots: seated.filter((seat) => seat.bot !== null).length,
    teacherPresent: state.teacherPresent,
    featureNames: state.setup.data.featureNames,
    classNames: state.setup.data.classNames,
    parameterCount: state.parameters.length,
  };
}

function pauseSection(state: SessionState): PauseSection {
  return state.clock.kind === 'paused' ? state.clock.reasons : [];
}

/** After the end it is the last stage that ran: curves and tables still have to name what happened. */
function stageSection(state: SessionState): StageSection {
  const stage = state.activity.kind === 'lobby' ? null : state.activity.stage;
  if (stage === null) return null;
  return {
    index: stage.index,
    kind: stage.kind,
    stages: state.setup.stages.map((plan) => plan.kind),
    network: stage.network,
    roundsPlayed: stage.roundsPlayed,
    roundsPlanned: state.setup.stages[stage.index]?.rounds ?? 1,
  };
}

function roundSection(state: SessionState): RoundSection {
  const round = runningRound(state);
  return round === null ? null : { id: round.id, phase: round.phase };
}

function progressSection(state: SessionState): ProgressSection {
  const round = runningRound(state);
  return round?.phase.kind === 'nudge' ? proposalProgress(state, round) : null;
}

function networkSection(state: SessionState): NetworkSection {
  return {
    parameters: state.parameters,
    loss: state.figures.loss,
    stepSizes: runningStage(state)?.stepSizes ?? [],
  };
}

function stepSection(state: SessionState): StepSection {
  const outcome = runningRound(state)?.outcome ?? null;
  if (outcome === null) return null;
  const { step } = outcome;
  return {
    round: step.round,
    lossBefore: outcome.figuresBefore.loss,
    lossAfter: step.figures.loss,
    takenBack: outcome.takenBack,
    fast: step.closedBy === 'fast-forward',
    multiples: step.multiples,
    moves: step.moves,
    bounded: step.bounded,
    together: step.effects.together,
    sumAlone: step.effects.sumAlone,
    perParameter: step.effects.perParameter,
  };
}

function backwardSection(state: SessionState): BackwardSection {
  const stage = runningStage(state);
  const round = runningRound(state);
  if (stage === null || round === null || !revealIn(stage.kind).gradient) return null;
  return [...round.opened].map(([layer, { gradient, errors }]) => ({ layer, gradient, errors }));
}
