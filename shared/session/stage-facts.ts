import { createTopology, type NetworkSpec } from '../network/topology.ts';
import { engineFor, figuresOf } from './engine.ts';
import type { Owners, StageFacts } from './events.ts';
import { assignOwners, exchange } from './ownership.ts';
import { materialOf } from './setup.ts';
import type { StageKind, StepPolicyKind } from './stages.ts';
import { seatedSeats, type HistoryPoint, type SessionState } from './state.ts';

/** The practice round's index: before the lesson's first stage. */
export const PRACTICE_STAGE = -1;

/** The stage that comes first: the lesson's own first, or the one in which a recording stood that the class goes on from. */
export function firstStage(state: SessionState): number {
  return state.setup.origin?.facts.stage ?? 0;
}

/**
 * What a stage of the lesson starts with; null when there is no such stage. A class that goes on from a recording
 * finds its first stage as it stood there; entered again, that stage is the lesson's like any other.
 */
export function factsOfStage(state: SessionState, index: number): StageFacts | null {
  const { origin } = state.setup;
  if (origin !== null && origin.facts.stage === index && isBeforeTheLesson(state))
    return { ...origin.facts, owners: ownersNow(state, origin.facts.network) };
  const plan = state.setup.stages[index];
  if (plan === undefined) return null;
  const { startParameters } = materialOf(state.setup, index);
  const parameters = plan.start === 'pinned' ? startParameters : state.parameters;
  return factsFrom(state, index, plan.kind, parameters, plan.stepSize, plan.stepPolicy);
}

/** The practice round: the lesson's own start, so that nothing it does lasts. */
export function factsOfPractice(state: SessionState): StageFacts {
  const { startParameters, settings } = state.setup;
  return factsFrom(
    state,
    PRACTICE_STAGE,
    'practice',
    startParameters,
    settings.stepSize,
    settings.stepPolicy,
  );
}

/** The network as it stood at a point of the history. */
export function factsOfPoint(state: SessionState, point: HistoryPoint): StageFacts {
  const { stage } = point;
  return {
    stage: stage.index,
    kind: stage.kind,
    network: stage.network,
    parameters: point.parameters,
    stepSizes: stage.stepSizes,
    lastMoves: stage.lastMoves,
    stepSize: state.settings.stepSize,
    stepPolicy: stage.stepPolicy,
    figures: point.figures,
    owners: ownersNow(state, stage.network),
  };
}

/** Who owns what from the next round on: the class as it is, and the exchanges the teacher asked for. */
export function ownersNow(state: SessionState, network: NetworkSpec): Owners {
  const seats = seatedSeats(state).map((seat) => seat.seat);
  const { parameterCount } = createTopology(network);
  const dealt = assignOwners(state.owners, seats, {
    parameterCount,
    parametersPerSeat: state.setup.parametersPerSeat,
  });
  return state.reassignments.reduce(
    (owners, { parameter, seat }) => exchange(owners, parameter, seat),
    dealt,
  );
}

/** Practice does not count: it leaves no trace in the lesson. */
function isBeforeTheLesson(state: SessionState): boolean {
  return state.history.every(({ stage }) => stage.index === PRACTICE_STAGE);
}

function factsFrom(
  state: SessionState,
  index: number,
  kind: StageKind,
  parameters: readonly number[],
  stepSize: number,
  stepPolicy: StepPolicyKind,
): StageFacts {
  const material = materialOf(state.setup, index);
  const { network } = material;
  return {
    stage: index,
    kind,
    network,
    parameters,
    stepSizes: parameters.map(() => stepSize),
    lastMoves: parameters.map(() => 0),
    stepSize,
    stepPolicy,
    figures: figuresOf(engineFor(material, network), parameters),
    owners: ownersNow(state, network),
  };
}
