import type { Topology } from './topology.ts';

/**
 * No parameter ever lies beyond ±30: there a tanh is flat for any standardised feature, and sums over the
 * widest network stay far below what a double can hold. This is what keeps a diverging class finite.
 */
export const PARAMETER_LIMIT = 30;

/** Features and targets are standardised, so this bound only ever meets numbers that are already wrong. */
export const EXAMPLE_LIMIT = 1e6;

/** Numbers given for reading: parameters, moves, features. */
export type Numbers = readonly number[] | Float64Array;

/** The nearest value a parameter may have. NaN stays NaN; −0 becomes 0. */
export function boundParameter(value: number): number {
  return bound(value, PARAMETER_LIMIT);
}

/** The nearest value within ±limit. NaN stays NaN; −0 becomes 0. */
export function bound(value: number, limit: number): number {
  return value > limit ? limit : value < -limit ? -limit : value + 0;
}

/**
 * Writes the parameters, each within ±PARAMETER_LIMIT (infinities included), into an array of their own.
 * Throws for a wrong count and for NaN: whoever lets a number in has to refuse it there.
 */
export function loadParameters(topology: Topology, parameters: Numbers, into: Float64Array): void {
  if (parameters.length !== topology.parameterCount) {
    throw new RangeError(`${parameters.length} parameters for a network that has ${topology.parameterCount}`);
  }
  for (const [index, value] of parameters.entries()) {
    if (Number.isNaN(value)) throw new RangeError(`parameter ${index} is NaN; parameters are numbers`);
    into[index] = boundParameter(value);
  }
}
