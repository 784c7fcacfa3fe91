import { at } from './at.ts';
import type { Batch, Examples } from './batch.ts';
import { boundParameter, type Numbers } from './bounds.ts';
import { meanLoss } from './losses.ts';
import type { Topology } from './topology.ts';
import { lossWith, placeOf, prepareWhatIf, visitPlaces, type Place } from './what-if.ts';

/** The mean loss if this one parameter moved by −step and by +step, and all else stayed. */
export type Probe = { readonly down: number; readonly up: number };

export type CurvePoint = { readonly value: number; readonly loss: number };

/**
 * Both ways for one parameter. As exact as taking the step: `up` has the very bits that `evaluate` gives after
 * it, and like a step it stops at ±PARAMETER_LIMIT. Throws for a parameter the network does not have.
 */
export function probe(
  topology: Topology,
  parameters: Numbers,
  examples: Examples,
  parameter: number,
  step: number,
): Probe {
  const batch = prepareWhatIf(topology, parameters, examples);
  return probePlace(batch, placeOf(batch, parameter), step);
}

/** The what-if table: both ways for every parameter, each by its own step or all by the same. */
export function probeAll(
  topology: Topology,
  parameters: Numbers,
  examples: Examples,
  step: number | Numbers,
): readonly Probe[] {
  const batch = prepareWhatIf(topology, parameters, examples);
  const table = topology.parameters.map((): Probe => ({ down: 0, up: 0 }));
  visitPlaces(batch, (place) => {
    table[place.index] = probePlace(batch, place, typeof step === 'number' ? step : (step[place.index] ?? 0));
  });
  return table;
}

/** Change of the mean loss if each parameter alone made its move: below 0 is better. A move of 0 changes nothing. */
export function effectsAlone(
  topology: Topology,
  parameters: Numbers,
  examples: Examples,
  moves: Numbers,
): Float64Array {
  const batch = prepareWhatIf(topology, parameters, examples);
  const before = meanLoss(batch);
  const effects = new Float64Array(topology.parameterCount);
  visitPlaces(batch, (place) => {
    const move = moves[place.index] ?? 0;
    if (move !== 0) effects[place.index] = lossMoved(batch, place, move) - before;
  });
  return effects;
}

/** The mean loss over the values one parameter could have: `points` of them, evenly from `from` to `to`, both within ±PARAMETER_LIMIT. */
export function curve(
  topology: Topology,
  parameters: Numbers,
  examples: Examples,
  parameter: number,
  range: { readonly from: number; readonly to: number; readonly points: number },
): readonly CurvePoint[] {
  const batch = prepareWhatIf(topology, parameters, examples);
  const place = placeOf(batch, parameter);
  const [from, to] = [boundParameter(range.from), boundParameter(range.to)];
  const width = (to - from) / Math.max(1, range.points - 1);
  return Array.from({ length: range.points }, (_, index) => {
    const value = from + index * width;
    return { value, loss: lossWith(batch, place, value) };
  });
}

function probePlace(batch: Batch, place: Place, step: number): Probe {
  return { down: lossMoved(batch, place, -step), up: lossMoved(batch, place, step) };
}

function lossMoved(batch: Batch, place: Place, move: number): number {
  return lossWith(batch, place, at(batch.parameters, place.index) + move);
}
