import type { Example } from '../datasets/example.ts';
import type { Numbers } from './bounds.ts';
import { forwardTrace } from './forward.ts';
import type { LayerSlice, OutputActivation, Topology } from './topology.ts';

/** The chain rule at one parameter for one example: input × slope × error that came back = gradient. */
export type Chain = {
  /** What came in along the weight; 1 for a bias. */
  readonly input: number;
  /**
   * The activation's slope at the neuron; null where loss and activation meet in one formula (a cross-entropy on
   * its own output), whose error is already past it.
   */
  readonly slope: number | null;
  /** How the loss changes with what the neuron answers. */
  readonly errorBack: number;
  /** For this example alone; the mean over all examples may point the other way. */
  readonly gradientHere: number;
};

/**
 * The chain at every parameter, in the topology's order, for one example. It follows the textbook step by step and
 * shares nothing with the passes that train the network (Rumelhart, Hinton, Williams 1986).
 */
export function chainsOf(topology: Topology, parameters: Numbers, example: Example): readonly Chain[] {
  const trace = forwardTrace(topology, parameters, example.features);
  const chains: Chain[] = [];
  let errorBack = outputErrors(topology, trace[trace.length - 1]?.activations ?? [], example.target);
  for (const slice of [...topology.layers].reverse()) {
    const answers = trace[slice.layer - 1]?.activations ?? [];
    const inputs = slice.layer === 1 ? example.features : (trace[slice.layer - 2]?.activations ?? []);
    const slopes = [...answers].map((answer) => slopeOf(topology, slice, answer));
    writeChains(slice, inputs, slopes, errorBack, chains);
    errorBack = errorsBefore(slice, parameters, slopes, errorBack);
  }
  return chains;
}

/** ∂loss/∂answer of each output; with a cross-entropy ∂loss/∂pre-activation, which is the same plain difference. */
function outputErrors({ spec }: Topology, answers: Numbers, target: Numbers): readonly number[] {
  return Array.from({ length: spec.sizes[spec.sizes.length - 1] ?? 0 }, (_, output) => {
    return (answers[output] ?? 0) - (target[output] ?? 0);
  });
}

function slopeOf({ spec, layers }: Topology, { layer }: LayerSlice, answer: number): number | null {
  if (layer < layers.length) return derivative(spec.hidden, answer);
  return spec.loss === 'half-squared-error' ? derivative(spec.output, answer) : null;
}

/** The derivative of an activation, told from what the neuron answered. */
function derivative(activation: OutputActivation, answer: number): number | null {
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

function writeChains(
  slice: LayerSlice,
  inputs: Numbers,
  slopes: readonly (number | null)[],
  errorBack: readonly number[],
  into: Chain[],
): void {
  for (let neuron = 0; neuron < slice.outputs; neuron++) {
    const slope = slopes[neuron] ?? null;
    const error = errorBack[neuron] ?? 0;
    const link = (input: number): Chain => ({
      input,
      slope,
      errorBack: error,
      gradientHere: input * (slope ?? 1) * error,
    });
    for (let from = 0; from < slice.inputs; from++) {
      into[slice.weightStart + neuron * slice.inputs + from] = link(inputs[from] ?? 0);
    }
    into[slice.biasStart + neuron] = link(1);
  }
}

/** What comes back to the neurons before: through each weight that leaves them. */
function errorsBefore(
  slice: LayerSlice,
  parameters: Numbers,
  slopes: readonly (number | null)[],
  errorBack: readonly number[],
): readonly number[] {
  return Array.from({ length: slice.inputs }, (_, from) =>
    errorBack.reduce((sum, error, neuron) => {
      const weight = parameters[slice.weightStart + neuron * slice.inputs + from] ?? 0;
      return sum + weight * (slopes[neuron] ?? 1) * error;
    }, 0),
  );
}
