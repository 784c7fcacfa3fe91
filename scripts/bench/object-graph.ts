/**
 * A network as most textbooks and playgrounds draw it: neurons and links that know each other, one example at a
 * time. Written for the comparison, as well as this shape allows: the derivative is told from the output, nothing
 * is allocated while it runs.
 */
export type Neuron = {
  readonly into: Link[];
  readonly out: Link[];
  bias: number;
  output: number;
  /** Of an output neuron: how far it is from the truth. Of any other: 0. */
  distance: number;
  /** ∂loss/∂pre-activation for the running example. */
  error: number;
  /** Summed over the examples since the last clearing. */
  biasGradient: number;
};

export type Link = { readonly from: Neuron; readonly to: Neuron; weight: number; gradient: number };

export type Graph = {
  readonly layers: readonly (readonly Neuron[])[];
  readonly inputs: readonly Neuron[];
  /** All neurons behind the inputs, in the order a signal reaches them, and the other way round. */
  readonly forwards: readonly Neuron[];
  readonly backwards: readonly Neuron[];
  readonly outputs: readonly Neuron[];
  readonly activation: {
    readonly output: (z: number) => number;
    readonly slope: (output: number) => number;
  };
};

export const TANH: Graph['activation'] = {
  output: (z) => Math.tanh(z),
  slope: (output) => 1 - output * output,
};

export function createGraph(sizes: readonly number[], activation: Graph['activation']): Graph {
  const layers = sizes.map((size) => Array.from({ length: size }, createNeuron));
  for (const [index, layer] of layers.entries()) {
    for (const to of layer) for (const from of layers[index - 1] ?? []) connect(from, to);
  }
  const forwards = layers.slice(1).flat();
  const backwards = [...forwards].reverse();
  return { layers, inputs: layers[0] ?? [], forwards, backwards, outputs: layers.at(-1) ?? [], activation };
}

/** Sends one example through; the answers stay in the neurons. */
export function forwardGraph({ inputs, forwards, activation }: Graph, features: readonly number[]): void {
  let place = 0;
  for (const input of inputs) input.output = features[place++] ?? 0;
  for (const neuron of forwards) {
    let sum = neuron.bias;
    for (const link of neuron.into) sum += link.weight * link.from.output;
    neuron.output = activation.output(sum);
  }
}

/** Sends one example's error back, adding to the gradients. Half squared error. */
export function backwardGraph({ backwards, outputs, activation }: Graph, target: readonly number[]): void {
  let place = 0;
  for (const neuron of outputs) neuron.distance = neuron.output - (target[place++] ?? 0);
  for (const neuron of backwards) {
    let error = neuron.distance;
    for (const link of neuron.out) error += link.weight * link.to.error;
    neuron.error = error * activation.slope(neuron.output);
    neuron.biasGradient += neuron.error;
    for (const link of neuron.into) link.gradient += neuron.error * link.from.output;
  }
}

/** Half the squared distance of the running example's answers from the truth. */
export function lossOfGraph({ outputs }: Graph, target: readonly number[]): number {
  let place = 0;
  let loss = 0;
  for (const neuron of outputs) loss += 0.5 * (neuron.output - (target[place++] ?? 0)) ** 2;
  return loss;
}

/** Before a new pass over the examples. */
export function clearGradients({ forwards }: Graph): void {
  for (const neuron of forwards) {
    neuron.biasGradient = 0;
    for (const link of neuron.into) link.gradient = 0;
  }
}

function createNeuron(): Neuron {
  return { into: [], out: [], bias: 0, output: 0, distance: 0, error: 0, biasGradient: 0 };
}

function connect(from: Neuron, to: Neuron): void {
  const link: Link = { from, to, weight: 0, gradient: 0 };
  from.out.push(link);
  to.into.push(link);
}
