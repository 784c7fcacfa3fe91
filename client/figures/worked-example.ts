import type { Example } from '../../shared/datasets/example.ts';
import { startBackward, stepBackward } from '../../shared/network/backward-machine.ts';
import { forwardTrace } from '../../shared/network/forward.ts';
import { isRight } from '../../shared/network/is-right.ts';
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

/** The chain at one parameter, in the opened layers alone: nothing below the parameter's layer is computed. */
export function workExample(
  topology: Topology,
  parameters: readonly number[],
  example: Example,
  parameter: Parameter,
): WorkedExample {
  const trace = forwardTrace(topology, parameters, example.features);
  const delta = errorBeforeActivation(topology, parameters, example, parameter);
  const activation = activationOf(topology, parameter.layer);
  const answer = trace[trace.length - 1]?.activations[0] ?? 0;
  const inputs = parameter.layer === 1 ? example.features : (trace[parameter.layer - 2]?.activations ?? []);
  const input = parameter.from === null ? 1 : (inputs[parameter.from] ?? 0);
  const slope =
    activation === null
      ? null
      : slopeAt(activation, trace[parameter.layer - 1]?.activations[parameter.to] ?? 0);
  const isSplit = slope !== null && slope > FLAT;
  return {
    example,
    answer,
    input,
    slope: isSplit ? slope : null,
    error: isSplit ? delta / slope : delta,
    gradient: input * delta,
  };
}

/** The example the network is most wrong about: where there is most to learn. Null when there are none. */
export function mostWrong(
  topology: Topology,
  parameters: readonly number[],
  examples: readonly Example[],
): Example | null {
  let worst: { readonly example: Example; readonly distance: number } | null = null;
  for (const example of examples) {
    const trace = forwardTrace(topology, parameters, example.features);
    const answer = [...(trace[trace.length - 1]?.activations ?? [])];
    const miss = answer.reduce(
      (sum, value, index) => sum + Math.abs(value - (example.target[index] ?? 0)),
      0,
    );
    // One it takes for the other class always comes before one it is merely unsure of.
    const distance = miss + (isRight(topology.spec.output, answer, example.target) ? 0 : answer.length * 2);
    if (worst === null || distance > worst.distance) worst = { example, distance };
  }
  return worst?.example ?? null;
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

/** The activation whose slope is a factor of its own; null where loss and activation meet in one formula. */
function activationOf({ spec, layers }: Topology, layer: number): Activation | null {
  if (layer < layers.length) return spec.hidden;
  return spec.loss === 'half-squared-error' && spec.output !== 'softmax' ? spec.output : null;
}

function slopeAt(activation: Activation, answer: number): number {
  switch (activation) {
    case 'tanh':
      return 1 - answer * answer;
    case 'sigmoid':
      return answer * (1 - answer);
    case 'relu':
      return answer > 0 ? 1 : 0;
    case 'linear':
      return 1;
  }
}
