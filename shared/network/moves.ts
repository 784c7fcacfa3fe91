import { boundParameter, type Numbers } from './bounds.ts';

/** What a step did. */
export type Step = {
  readonly parameters: Float64Array;
  /** How far each parameter really moved. */
  readonly moves: Float64Array;
  /** Parameters that would have gone beyond ±PARAMETER_LIMIT and were stopped there. */
  readonly bounded: readonly number[];
};

/** Moves each parameter by a signed multiple of its step size, as the class chose. Throws for a NaN. */
export function applyMoves(parameters: Numbers, stepSizes: Numbers, multiples: Numbers): Step {
  return stepBy(parameters, (index) => (multiples[index] ?? 0) * (stepSizes[index] ?? 0));
}

/** Moves every parameter against its gradient, as far as the learning rate says. Throws for a NaN. */
export function gradientDescent(parameters: Numbers, gradient: Numbers, learningRate: number): Step {
  return stepBy(parameters, (index) => -learningRate * (gradient[index] ?? 0));
}

function stepBy(parameters: Numbers, wantedMove: (index: number) => number): Step {
  const after = new Float64Array(parameters.length);
  const moves = new Float64Array(parameters.length);
  const bounded: number[] = [];
  for (const [index, before] of parameters.entries()) {
    const wanted = before + wantedMove(index);
    if (Number.isNaN(wanted)) throw new RangeError(`parameter ${index} would become NaN`);
    const reached = boundParameter(wanted);
    if (Math.abs(wanted) > Math.abs(reached)) bounded.push(index);
    after[index] = reached;
    moves[index] = reached - before + 0;
  }
  return { parameters: after, moves, bounded };
}
