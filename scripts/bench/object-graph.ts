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
  /** ∂loss/∂pre-activation for the running example. */
  error: number;
  /** Summed over the examples since the last clearing. */
  biasGradient: number;
};

export type Link = { readonly from: Neuron; readonly to: Neuron; weight: number; gradient: number };

export type Graph = {
  readonly layers: readonly (readonly Neuron[])[];
  readonly activation: { readonly output: (z: number) => number; readonly slope: (output: number) => number };
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
  return { layers, activation };
}

/** Sends one example through; the answers stay in the neurons. */
export function forwardGraph({ layers, activation }: Graph, features: readonly number[]): void {
  for (const [index, layer] of layers.entries()) {
    for (const [place, neuron] of layer.entries()) {
      if (index === 0) {
        neuron.output = features[place] ?? 0;
        continue;
      }
      let sum = neuron.bias;
      for (const link of neuron.into) sum += link.weight * link.from.output;
      neuron.output = activation.output(sum);
    }
  }
}

/** Sends one example's error back, adding to the gradients. Half squared error. */
export function backwardGraph({ layers, activation }: Graph, target: readonly number[]): void {
  for (let index = layers.length - 1; index > 0; index--) {
    for (const [place, neuron] of (layers[index] ?? []).entries()) {
      let error = 0;
      if (index === layers.length - 1) error = neuron.output - (target[place] ?? 0);
      for (const link of neuron.out) error += link.weight * link.to.error;
      neuron.error = error * activation.slope(neuron.output);
      neuron.biasGradient += neuron.error;
      for (const link of neuron.into) link.gradient += neuron.error * link.from.output;
    }
  }
}

/** Half the squared distance of the running example's answers from the truth. */
export function lossOfGraph({ layers }: Graph, target: readonly number[]): number {
  let loss = 0;
  for (const [place, neuron] of (layers[layers.length - 1] ?? []).entries()) {
    loss += 0.5 * (neuron.output - (target[place] ?? 0)) ** 2;
  }
  return loss;
}

/** Before a new pass over the examples. */
export function clearGradients({ layers }: Graph): void {
  for (const layer of layers) {
    for (const neuron of layer) {
      neuron.biasGradient = 0;
      for (const link of neuron.into) link.gradient = 0;
    }
  }
}

function createNeuron(): Neuron {
  return { into: [], out: [], bias: 0, output: 0, error: 0, biasGradient: 0 };
}

function connect(from: Neuron, to: Neuron): void {
  const link: Link = { from, to, weight: 0, gradient: 0 };
  from.out.push(link);
  to.into.push(link);
}
