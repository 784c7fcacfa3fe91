import { createTopology, type NetworkSpec } from '../network/topology.ts';
import { engineFor, figuresOf } from './engine.ts';
import type { Owners, StageFacts } from './events.ts';
import { assignOwners, exchange } from './ownership.ts';
import { materialOf } from './setup.ts';
import type { StagePlan } from './stages.ts';
import { startingParameters } from './starting-parameters.ts';
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
 *
 * @param start where the teacher wants it to start; null as the lesson has it
 */
export function factsOfStage(
  state: SessionState,
  index: number,
  start: StagePlan['start'] | null,
): StageFacts | null {
  const { origin } = state.setup;
  if (start === null && origin !== null && beginsAsRecorded(state, index))
    return { ...origin.facts, owners: ownersNow(state, origin.facts.network) };
  const plan = state.setup.stages[index];
  if (plan === undefined) return null;
  return factsFrom(state, {
    ...plan,
    index,
    parameters: startingParameters(state, index, start ?? plan.start),
  });
}

/** The practice round: the lesson's own start, so that nothing it does lasts. */
export function factsOfPractice(state: SessionState): StageFacts {
  const { startParameters, settings } = state.setup;
  return factsFrom(state, {
    index: PRACTICE_STAGE,
    kind: 'practice',
    parameters: startParameters,
    stepSize: settings.stepSize,
    stepPolicy: settings.stepPolicy,
    machine: null,
  });
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
    machine: null,
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
/** Whether a stage, entered now, is the one in which a recording stood that the class goes on from. */
export function beginsAsRecorded({ setup, history }: SessionState, index: number): boolean {
  const isBeforeTheLesson = history.every(({ stage }) => stage.index === PRACTICE_STAGE);
  return setup.origin?.facts.stage === index && isBeforeTheLesson;
}

type Beginning = Pick<StagePlan, 'kind' | 'stepSize' | 'stepPolicy' | 'machine'> & {
  readonly index: number;
  readonly parameters: readonly number[];
};

function factsFrom(state: SessionState, beginning: Beginning): StageFacts {
  const { index, kind, parameters, stepSize, stepPolicy, machine } = beginning;
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
    machine,
  };
}
