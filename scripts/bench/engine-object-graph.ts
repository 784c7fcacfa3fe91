import type { Example } from '../../shared/datasets/example.ts';
import type { Topology } from '../../shared/network/topology.ts';
import type { Engine, EngineSetup } from './engine-setup.ts';
import {
  backwardGraph,
  clearGradients,
  createGraph,
  forwardGraph,
  lossOfGraph,
  TANH,
  type Graph,
  type Link,
  type Neuron,
} from './object-graph.ts';

/** One number of the graph, wherever it is kept. */
type Handle = {
  readonly read: () => number;
  readonly write: (value: number) => void;
  readonly gradient: () => number;
};

export function createObjectGraph({ topology, parameters, examples, step, map }: EngineSetup): Engine {
  const graph = createGraph(topology.spec.sizes, TANH);
  const handles = handlesOf(graph, topology);
  for (const [index, handle] of handles.entries()) handle.write(parameters[index] ?? 0);
  const lossAt = (handle: Handle, value: number): number => {
    const kept = handle.read();
    handle.write(value);
    const loss = meanLoss(graph, examples);
    handle.write(kept);
    return loss;
  };
  let loss = 0;
  return {
    pass: () => {
      loss = trainingPass(graph, examples);
    },
    gradient: () => [loss, ...handles.map((handle) => handle.gradient() / examples.length)],
    whatIf: () =>
      handles.flatMap((handle) => [
        lossAt(handle, handle.read() - step),
        lossAt(handle, handle.read() + step),
      ]),
    heatMap: () => heatMap(graph, map),
  };
}

function trainingPass(graph: Graph, examples: readonly Example[]): number {
  clearGradients(graph);
  let loss = 0;
  for (const { features, target } of examples) {
    forwardGraph(graph, features);
    loss += lossOfGraph(graph, target);
    backwardGraph(graph, target);
  }
  return loss / examples.length;
}

function meanLoss(graph: Graph, examples: readonly Example[]): number {
  let loss = 0;
  for (const { features, target } of examples) {
    forwardGraph(graph, features);
    loss += lossOfGraph(graph, target);
  }
  return loss / examples.length;
}

function heatMap(graph: Graph, { size, from, to }: EngineSetup['map']): ArrayLike<number> {
  const neurons = graph.layers.flat();
  const values = new Float32Array(neurons.length * size * size);
  const middle = (cell: number): number => from + ((cell + 0.5) / size) * (to - from);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      forwardGraph(graph, [middle(column), middle(size - 1 - row)]);
      for (const [picture, neuron] of neurons.entries()) {
        values[(picture * size + row) * size + column] = neuron.output;
      }
    }
  }
  return values;
}

/** The graph's numbers in the topology's order. */
function handlesOf(graph: Graph, topology: Topology): readonly Handle[] {
  return topology.parameters.map(({ layer, from, to }) => {
    const neuron = graph.layers[layer]?.[to];
    if (neuron === undefined) throw new Error(`the graph has no neuron ${to} in layer ${layer}`);
    if (from === null) return biasHandle(neuron);
    const link = neuron.into[from];
    if (link === undefined) throw new Error(`neuron ${to} of layer ${layer} has no link from ${from}`);
    return weightHandle(link);
  });
}

function biasHandle(neuron: Neuron): Handle {
  return {
    read: () => neuron.bias,
    write: (value) => {
      neuron.bias = value;
    },
    gradient: () => neuron.biasGradient,
  };
}

function weightHandle(link: Link): Handle {
  return {
    read: () => link.weight,
    write: (value) => {
      link.weight = value;
    },
    gradient: () => link.gradient,
  };
}
