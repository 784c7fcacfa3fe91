import type { Example } from '../../shared/datasets/example.ts';
import { startBackward, stepBackward } from '../../shared/network/backward-machine.ts';
import { forwardTrace } from '../../shared/network/forward.ts';
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
 * Works the example that pulls hardest at a parameter: the others would show mere zeros. Nothing below the
 * parameter's layer is computed, so that nothing shows before its layer is open. Null without examples.
 */
export function workExample(
  topology: Topology,
  parameters: readonly number[],
  examples: readonly Example[],
  parameter: Parameter,
): WorkedExample | null {
  let hardest: WorkedExample | null = null;
  for (const example of examples) {
    const worked = workOne(topology, parameters, example, parameter);
    if (hardest === null || Math.abs(worked.gradient) > Math.abs(hardest.gradient)) hardest = worked;
  }
  return hardest;
}

function workOne(
  topology: Topology,
  parameters: readonly number[],
  example: Example,
  parameter: Parameter,
): WorkedExample {
  const trace = forwardTrace(topology, parameters, example.features);
  const delta = errorBeforeActivation(topology, parameters, example, parameter);
  const slope = slopeOf(
    topology,
    parameter.layer,
    trace[parameter.layer - 1]?.activations[parameter.to] ?? 0,
  );
  const inputs = parameter.layer === 1 ? example.features : (trace[parameter.layer - 2]?.activations ?? []);
  const input = parameter.from === null ? 1 : (inputs[parameter.from] ?? 0);
  const isSplit = slope !== null && slope > FLAT;
  return {
    example,
    answer: trace[trace.length - 1]?.activations[0] ?? 0,
    input,
    slope: isSplit ? slope : null,
    error: isSplit ? delta / slope : delta,
    gradient: input * delta,
  };
}

/** ∂loss/∂pre-activation at the parameter's neuron, for this one example. */
function errorBeforeActivation(
  topology: Topology,
  parameters: readonly number[],
  example: Example,
  { layer, to }: Parameter,
): number {
  let machine: ReturnType<typeof startBackward> | null = startBackward(topology, parameters, [example]);
  while (machine !== null) {
    const { opened, next } = stepBackward(machine);
    if (opened.layer === layer) return opened.meanErrors[to] ?? 0;
    machine = next;
  }
  return 0;
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
