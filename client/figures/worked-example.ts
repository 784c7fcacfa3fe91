import type { Example } from '../../shared/datasets/example.ts';
import { startBackward, stepBackward } from '../../shared/network/backward-machine.ts';
import type { Batch, LayerPass } from '../../shared/network/batch.ts';
import type { Rows } from '../../shared/network/kernels.ts';
import { cellOf, LANES } from '../../shared/network/lanes.ts';
import type { Activation, Parameter, Topology } from '../../shared/network/topology.ts';

/**
 * The chain rule at one weight for one example: input × slope × error = gradient. The slope is null where the
 * loss and the output's activation meet in one formula (cross-entropy), and the error is then already past it.
 */
export type WorkedExample = {
  readonly example: Example;
  readonly answer: number;
  /** What came in along the weight; 1 for a bias. */
  readonly input: number;
  readonly slope: number | null;
  readonly error: number;
  readonly gradient: number;
};

/** A slope this flat would blow the error up into a figure nobody believes. */
const FLAT = 1e-3;

/**
 * Works the example that pulls hardest at a parameter: the others would show mere zeros. The error is run back to
 * the parameter's layer and no further, so that nothing shows before its layer is open. Null without examples.
 */
export function workExample(
  topology: Topology,
  parameters: readonly number[],
  examples: readonly Example[],
  parameter: Parameter,
): WorkedExample | null {
  if (examples.length === 0) return null;
  const { batch, pass } = runBackTo(topology, parameters, examples, parameter.layer);
  const pullOf = (index: number): number =>
    valueOf(pass.errors, index, parameter.to) * inputOf(pass, index, parameter);
  const hardest = examples.reduce(
    (best, _, index) => (Math.abs(pullOf(index)) > Math.abs(pullOf(best)) ? index : best),
    0,
  );
  const example = examples[hardest];
  if (example === undefined) return null;
  const delta = valueOf(pass.errors, hardest, parameter.to);
  const slope = slopeOf(topology, parameter.layer, valueOf(pass.activations, hardest, parameter.to));
  const isSplit = slope !== null && slope > FLAT;
  return {
    example,
    answer: valueOf(batch.output.activations, hardest, 0),
    input: inputOf(pass, hardest, parameter),
    slope: isSplit ? slope : null,
    error: isSplit ? delta / slope : delta,
    gradient: pullOf(hardest),
  };
}

/** All examples forward, and their errors back until this layer has them. */
function runBackTo(
  topology: Topology,
  parameters: readonly number[],
  examples: readonly Example[],
  layer: number,
): { readonly batch: Batch; readonly pass: LayerPass } {
  let machine = startBackward(topology, parameters, examples);
  while (machine.nextLayer > layer) {
    const { next } = stepBackward(machine);
    if (next === null) break;
    machine = next;
  }
  const pass = machine.batch.layers[layer - 1];
  if (pass === undefined)
    throw new RangeError(`layer ${layer} of a network of ${machine.batch.layers.length}`);
  return { batch: machine.batch, pass };
}

/** What came in along a weight; a bias looks at nothing, and its input is 1. */
function inputOf({ inputs }: LayerPass, example: number, { from }: Parameter): number {
  return from === null ? 1 : valueOf(inputs, example, from);
}

/** One neuron's value for one example, in the layout of shared/network/lanes.ts. */
function valueOf({ values, groupWidth }: Rows, example: number, neuron: number): number {
  return values[cellOf(example, groupWidth / LANES) + neuron * LANES] ?? 0;
}

/** The activation's slope where it is a factor of its own; null where loss and activation meet in one formula. */
function slopeOf({ spec, layers }: Topology, layer: number, answer: number): number | null {
  if (layer < layers.length) return slopeAt(spec.hidden, answer);
  const isFactor = spec.loss === 'half-squared-error' && spec.output !== 'softmax';
  return isFactor ? slopeAt(spec.output, answer) : null;
}

/** The derivative of an activation, told from what the neuron answered. */
function slopeAt(activation: Activation | 'softmax', answer: number): number | null {
  switch (activation) {
    case 'tanh':
      return 1 - answer * answer;
    case 'sigmoid':
      return answer * (1 - answer);
    case 'relu':
      return answer > 0 ? 1 : 0;
    case 'linear':
      return 1;
    case 'softmax':
      return null;
  }
}
