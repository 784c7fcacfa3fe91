import type { Numbers } from '../network/bounds.ts';
import { lossOf } from '../network/evaluate.ts';
import { applyMoves } from '../network/moves.ts';
import { probe } from '../network/probe.ts';
import type { Engine } from './engine.ts';
import type { SeatOutcome } from './events.ts';
import type { SeatNumber } from './ids.ts';
import { aggregate, FLAT_GRADIENT, signedMultiple, sizeMultiple, type Nudge } from './nudges.ts';
import type { SessionState, Stage } from './state.ts';
import { counts } from './waiting.ts';

/** Who proposed what, per parameter. */
export type Proposals = ReadonlyMap<number, ReadonlyMap<SeatNumber, Nudge>>;

/** What each seat's nudges did: to the error alone, against the gradient, and against its co-owners'. */
export function seatOutcomes(
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
export function agreement(
  state: SessionState,
  stage: Stage,
  gradient: Numbers,
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
