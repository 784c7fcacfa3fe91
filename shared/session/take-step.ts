import { backward } from '../network/backward.ts';
import { lossOf } from '../network/evaluate.ts';
import { probe } from '../network/probe.ts';
import { usualPolicy } from '../network/step-policy.ts';
import { nextStepSizes } from '../network/steps.ts';
import { applyMoves } from '../network/moves.ts';
import { caretakerNudge } from '../bots/caretaker.ts';
import { engineFor, figuresOf, type Engine } from './engine.ts';
import type { Cost, SeatOutcome, StepTaken } from './events.ts';
import type { SeatNumber } from './ids.ts';
import { aggregate, signedMultiple, sizeMultiple, type Nudge } from './nudges.ts';
import type { SessionState, Stage } from './state.ts';
import { counts, isMinded } from './waiting.ts';

/** Who proposed what, per parameter. */
export type Proposals = ReadonlyMap<number, ReadonlyMap<SeatNumber, Nudge>>;

/** Below this slope of the error a parameter is as good as flat, and leaving it agrees with the gradient. */
export const FLAT_GRADIENT = 1e-3;

/**
 * Everything one step does and what it did to the error. The only place where the class's network is computed:
 * the fact carries every number, and nobody has to compute them again.
 */
export function takeStep(
  state: SessionState,
  stage: Stage,
  round: number,
  proposals: Proposals,
  closedBy: StepTaken['closedBy'],
): StepTaken {
  const engine = engineFor(state.setup, stage.network);
  const before = state.parameters;
  const lossBefore = state.figures.loss;
  const { gradient } = backward(engine.topology, before, engine.training);
  const multiples = before.map((_, parameter) =>
    aggregatedMultiple(state, stage, round, parameter, proposals),
  );
  const step = applyMoves(before, stage.stepSizes, multiples);
  const figures = figuresOf(engine, step.parameters);
  const effect = effectAlone(engine, before, lossBefore);
  const perParameter = before.map((_, parameter) => effect(parameter, step.moves[parameter] ?? 0));
  return {
    type: 'step-taken',
    round,
    closedBy,
    multiples,
    moves: [...step.moves],
    parameters: [...step.parameters],
    bounded: step.bounded,
    stepSizes: [
      ...nextStepSizes(
        usualPolicy(stage.stepPolicy, state.settings.stepSize),
        stage.stepSizes,
        stage.lastMoves,
        step.moves,
      ),
    ],
    figures,
    effects: {
      together: figures.loss - lossBefore,
      sumAlone: perParameter.reduce((sum, value) => sum + value, 0),
      perParameter,
    },
    gradient: [...gradient],
    seats: closedBy === 'fast-forward' ? [] : seatOutcomes(state, stage, proposals, gradient, engine),
    cost: costOf(stage, proposals, before.length),
  };
}

function aggregatedMultiple(
  state: SessionState,
  stage: Stage,
  round: number,
  parameter: number,
  proposals: Proposals,
): number {
  const standing = [...(proposals.get(parameter) ?? [])].filter(([seat]) => counts(state.seats.get(seat)));
  if (standing.length > 0)
    return aggregate(
      standing.map(([, nudge]) => nudge),
      state.settings.aggregation,
    );
  const owners = state.owners[parameter] ?? [];
  const minded = owners.every((seat) => isMinded(state.seats.get(seat)));
  return minded ? signedMultiple(caretakerNudge(state, stage, round, parameter)) : 0;
}

/** The change of the error if one parameter moved by `move` and all else stayed; the same question is answered once. */
function effectAlone(
  engine: Engine,
  before: readonly number[],
  lossBefore: number,
): (parameter: number, move: number) => number {
  const known = new Map<string, number>();
  return (parameter, move) => {
    if (move === 0) return 0;
    const key = `${parameter}:${move}`;
    const answer =
      known.get(key) ?? probe(engine.topology, before, engine.training, parameter, move).up - lossBefore;
    known.set(key, answer);
    return answer;
  };
}

function seatOutcomes(
  state: SessionState,
  stage: Stage,
  proposals: Proposals,
  gradient: Float64Array,
  engine: Engine,
): readonly SeatOutcome[] {
  const effect = effectAlone(engine, state.parameters, state.figures.loss);
  const agrees = agreement(state, stage, gradient, engine);
  const bySeat = new Map<SeatNumber, [number, Nudge][]>();
  for (const [parameter, by] of proposals) {
    for (const [seat, nudge] of by) {
      if (!counts(state.seats.get(seat))) continue;
      bySeat.set(seat, [...(bySeat.get(seat) ?? []), [parameter, nudge]]);
    }
  }
  return [...bySeat].map(([seat, nudges]) => ({
    seat,
    alone: seatEffect(state, stage, engine, nudges, effect),
    agreed: nudges.filter(([parameter, nudge]) => agrees(parameter, nudge)).length,
    nudges: nudges.length,
    cancelled: nudges.flatMap(([parameter, nudge]) =>
      nudge.direction !== 0 && cancelOut(state, proposals.get(parameter)) ? [parameter] : [],
    ),
  }));
}

/** All of one seat's nudges at once, in full: not shared with co-owners. */
function seatEffect(
  state: SessionState,
  stage: Stage,
  engine: Engine,
  nudges: readonly (readonly [number, Nudge])[],
  effect: (parameter: number, move: number) => number,
): number {
  const move = (parameter: number, nudge: Nudge): number =>
    signedMultiple(nudge) * (stage.stepSizes[parameter] ?? 0);
  const [only] = nudges;
  if (only !== undefined && nudges.length === 1) return effect(only[0], move(only[0], only[1]));
  const multiples = state.parameters.map(() => 0);
  for (const [parameter, nudge] of nudges) multiples[parameter] = signedMultiple(nudge);
  const { parameters } = applyMoves(state.parameters, stage.stepSizes, multiples);
  return lossOf(engine.topology, parameters, engine.training) - state.figures.loss;
}

/** Several owners proposed, not all the same, and it came to nothing. */
function cancelOut(state: SessionState, by: ReadonlyMap<SeatNumber, Nudge> | undefined): boolean {
  const nudges = [...(by ?? [])].filter(([seat]) => counts(state.seats.get(seat))).map(([, nudge]) => nudge);
  return nudges.length > 1 && aggregate(nudges, state.settings.aggregation) === 0;
}

/** Whether a nudge went the way of the negative gradient; leaving agrees where it is flat or both ways raise the error. */
function agreement(
  state: SessionState,
  stage: Stage,
  gradient: Float64Array,
  engine: Engine,
): (parameter: number, nudge: Nudge) => boolean {
  return (parameter, nudge) => {
    const slope = gradient[parameter] ?? 0;
    if (nudge.direction !== 0) return Math.sign(nudge.direction) === -Math.sign(slope);
    if (Math.abs(slope) < FLAT_GRADIENT) return true;
    const step = (stage.stepSizes[parameter] ?? 0) * sizeMultiple(nudge.size);
    const { down, up } = probe(engine.topology, state.parameters, engine.training, parameter, step);
    return Math.min(down, up) >= state.figures.loss;
  };
}

/** Passes the round took: one forward to see the error; two more for each thing probed; one backward in `backprop`. */
function costOf(stage: Stage, proposals: Proposals, parameterCount: number): Cost {
  switch (stage.kind) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
      return { forward: 1, backward: 0 };
    case 'probe':
      return { forward: 1 + 2 * Math.min(probedSizes(proposals), parameterCount * 3), backward: 0 };
    case 'backprop':
      return { forward: 1, backward: 1 };
  }
}

function probedSizes(proposals: Proposals): number {
  const asked = [...proposals].map(([, by]) => new Set([...by.values()].map((nudge) => nudge.size)).size);
  return asked.reduce((sum, sizes) => sum + sizes, 0);
}
