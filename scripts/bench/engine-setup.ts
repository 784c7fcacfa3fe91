import type { Example } from '../../shared/datasets/example.ts';
import { createRng, seedFrom } from '../../shared/math/rng.ts';
import { createTopology, type Topology } from '../../shared/network/topology.ts';

/** What all engines compute on: one network, its parameters, and the class's points. */
export type EngineSetup = {
  readonly name: string;
  readonly topology: Topology;
  readonly parameters: Float64Array;
  readonly examples: readonly Example[];
  /** How far the what-if table tries each parameter. */
  readonly step: number;
  /** Cells per side of the heat map, and the features' range along each side. */
  readonly map: { readonly size: number; readonly from: number; readonly to: number };
};

/** One of the engines to compare. Each returns its numbers, so that they can be held against each other. */
export type Engine = {
  /** A training pass over all points, forward and backward; the gradient is then ready to be read. */
  readonly pass: () => void;
  /** The last pass's mean loss, then its gradient in the topology's order. Not timed. */
  readonly gradient: () => ArrayLike<number>;
  /** The mean loss for each parameter at −step and +step, in pairs. */
  readonly whatIf: () => ArrayLike<number>;
  /** Every neuron's activation over the map, the inputs' too, picture after picture, top row first. */
  readonly heatMap: () => ArrayLike<number>;
};

export const WORKS = ['pass', 'what-if', 'heat-map'] as const;
export type Work = (typeof WORKS)[number];

const POINTS = 250;
const NETWORKS: readonly (readonly number[])[] = [
  [2, 4, 1],
  [2, 8, 8, 1],
  [2, 8, 8, 8, 8, 8, 8, 1],
];

export function createSetups(): readonly EngineSetup[] {
  return NETWORKS.map((sizes) => {
    const topology = createTopology({ sizes, hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' });
    const rng = createRng(seedFrom('engine', sizes.join('-')));
    return {
      name: sizes.join('-'),
      topology,
      parameters: Float64Array.from({ length: topology.parameterCount }, () => rng.normal() * 0.5),
      examples: Array.from({ length: POINTS }, (): Example => {
        const features = [rng.normal(), rng.normal()];
        return { features, target: [rng.next() < 0.5 ? -1 : 1] };
      }),
      step: 0.3,
      map: { size: 100, from: -3, to: 3 },
    };
  });
}

/** What is timed. */
export function taskOf(engine: Engine, work: Work): () => unknown {
  switch (work) {
    case 'pass':
      return engine.pass;
    case 'what-if':
      return engine.whatIf;
    case 'heat-map':
      return engine.heatMap;
  }
}

/** The numbers a piece of work comes to, for comparison. */
export function numbersOf(engine: Engine, work: Work): ArrayLike<number> {
  switch (work) {
    case 'pass':
      engine.pass();
      return engine.gradient();
    case 'what-if':
      return engine.whatIf();
    case 'heat-map':
      return engine.heatMap();
  }
}
