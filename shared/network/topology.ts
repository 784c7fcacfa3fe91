/** What a hidden layer, or an output without softmax, does to its pre-activation. */
export type Activation = 'tanh' | 'sigmoid' | 'relu' | 'linear';
export type OutputActivation = Activation | 'softmax';
export type LossName = 'half-squared-error' | 'binary-cross-entropy' | 'categorical-cross-entropy';

/** A fully connected network. `sizes` counts neurons per layer, inputs first: [2, 4, 1]. */
export type NetworkSpec = {
  readonly sizes: readonly number[];
  readonly hidden: Activation;
  readonly output: OutputActivation;
  readonly loss: LossName;
};

/** Where one layer of weights and biases lies in the flat array. Layer 1 is the first after the inputs. */
export type LayerSlice = {
  readonly layer: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Weight from input i to neuron j: `weightStart + j * inputs + i`. */
  readonly weightStart: number;
  /** Bias of neuron j: `biasStart + j`. */
  readonly biasStart: number;
};

/** One number of the network and its two ends. `from` is null for a bias. */
export type Parameter = {
  readonly index: number;
  readonly layer: number;
  readonly from: number | null;
  readonly to: number;
};

export type Topology = {
  readonly spec: NetworkSpec;
  readonly layers: readonly LayerSlice[];
  readonly parameters: readonly Parameter[];
  readonly parameterCount: number;
};

/** Lays a network out in one flat array: layer by layer, first its weights row by row, then its biases. */
export function createTopology(spec: NetworkSpec): Topology {
  const layers: LayerSlice[] = [];
  const parameters: Parameter[] = [];
  for (const [index, outputs] of spec.sizes.slice(1).entries()) {
    const layer = index + 1;
    const inputs = spec.sizes[index] ?? 0;
    const weightStart = parameters.length;
    for (let to = 0; to < outputs; to++) {
      for (let from = 0; from < inputs; from++)
        parameters.push({ index: parameters.length, layer, from, to });
    }
    const biasStart = parameters.length;
    for (let to = 0; to < outputs; to++) parameters.push({ index: parameters.length, layer, from: null, to });
    layers.push({ layer, inputs, outputs, weightStart, biasStart });
  }
  return { spec, layers, parameters, parameterCount: parameters.length };
}
