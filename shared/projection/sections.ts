import type { StageMaterial } from '../session/material.ts';
import { materialOf } from '../session/setup.ts';
import { PRACTICE_STAGE } from '../session/stage-facts.ts';
import { runningRound, runningStage, seatedSeats, type SessionState, type Stage } from '../session/state.ts';
import { handingIn } from '../session/waiting.ts';
import { stopSection, testSection } from './ballot-sections.ts';
import { drawingSection } from './drawing-section.ts';
import { explainedSection } from './explained.ts';
import { classCurvesSection, machineSection } from './machine-sections.ts';
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
  | 'class'
  | 'pause'
  | 'stage'
  | 'round'
  | 'progress'
  | 'network'
  | 'step'
  | 'backward'
  | 'machine'
  | 'classCurves'
  | 'stop'
  | 'test'
  | 'explained'
  | 'drawing'
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
    machine: machineSection(state),
    classCurves: classCurvesSection(state),
    stop: stopSection(state),
    test: testSection(state),
    explained: explainedSection(state, runningStage(state), runningRound(state)),
    drawing: drawingSection(state),
  };
}

/** What the class plays on just now; before and after its stages, the lesson's own. */
export function materialNow(state: SessionState): StageMaterial {
  return materialOf(state.setup, stageShown(state)?.index ?? PRACTICE_STAGE);
}

/** The running stage; after the end the last one that ran: curves and tables still have to name what happened. */
export function stageShown({ activity }: SessionState): Stage | null {
  return activity.kind === 'lobby' ? null : activity.stage;
}

function classSection(state: SessionState): ClassSection {
  const seated = seatedSeats(state);
  const { data } = materialNow(state);
  return {
    lesson: state.setup.lesson,
    code: state.code,
    locked: state.locked,
    activity: state.activity.kind,
    seats: seated.length,
    present: seated.filter((seat) => seat.presence === 'present').length,
    bots: seated.filter((seat) => seat.bot !== null).length,
    teacherPresent: state.teacherPresent,
    featureNames: data.featureNames,
    classNames: data.classNames,
    parameterCount: state.parameters.length,
    parametersPerSeat: state.setup.parametersPerSeat,
  };
}

function pauseSection(state: SessionState): PauseSection {
  return state.clock.kind === 'paused' ? state.clock.reasons : [];
}

function stageSection(state: SessionState): StageSection {
  const stage = stageShown(state);
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
  const progress = round === null ? null : handingIn(state, round);
  return progress === null ? null : { proposed: progress.proposed, expected: progress.expected };
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
