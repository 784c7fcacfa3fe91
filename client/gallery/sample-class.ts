import { makeDataSet } from '../../shared/datasets/make-data-set.ts';
import { backward } from '../../shared/network/backward.ts';
import { evaluate, lossOf } from '../../shared/network/evaluate.ts';
import { forwardTrace } from '../../shared/network/forward.ts';
import { createActivationGrid, fillActivationGrid, pictureOf } from '../../shared/network/grid.ts';
import { initialise } from '../../shared/network/initialise.ts';
import { curve } from '../../shared/network/probe.ts';
import { createTopology, type Topology } from '../../shared/network/topology.ts';
import { seedFrom } from '../../shared/math/rng.ts';
import type { DecisionMapData } from '../draw/decision-map.ts';
import type { LossHistory, LossPoint } from '../draw/loss-history.ts';
import type { WeightCurveData } from '../draw/weight-curve.ts';
import type { Thumbnails } from '../parts/graph.ts';

/** A small class that has trained for a while, so that every picture of the gallery is a true one. */
export type SampleClass = {
  readonly topology: Topology;
  readonly parameters: Float64Array;
  readonly gradient: readonly number[];
  /** The mean error that comes back to each neuron: the slope of its bias. */
  readonly errors: readonly (readonly (number | null)[])[];
  readonly thumbnails: Thumbnails;
  readonly map: DecisionMapData;
  readonly right: number;
  readonly loss: number;
  readonly previous: number;
  readonly history: LossHistory;
};

const DATA = { id: 'pets', seed: 1, sizes: { training: 60, validation: 60, test: 60 }, noise: 1 } as const;
const RANGE = 1.8;
const ROUNDS = 16;
const STEP = 0.18;

export function sampleClass(sizes: readonly number[], seed: number): SampleClass {
  const topology = createTopology({ sizes, hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' });
  const data = makeDataSet(DATA);
  let parameters = initialise(topology, seedFrom('gallery', seed));
  const points: LossPoint[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const loss = lossOf(topology, parameters, data.training);
    const validation = lossOf(topology, parameters, data.validation);
    points.push({ round, loss, validation, isTakenBack: false });
    if (round === ROUNDS) break;
    const { gradient } = backward(topology, parameters, data.training);
    parameters = parameters.map((value, index) => value - Math.sign(gradient[index] ?? 0) * STEP);
  }
  const { gradient } = backward(topology, parameters, data.training);
  const examples = data.training.map(({ features, target }) => {
    const answer = forwardTrace(topology, parameters, features).slice(-1)[0]?.activations[0] ?? 0;
    const at = [features[0] ?? 0, features[1] ?? 0] as const;
    const classIndex = (target[0] ?? 0) > 0 ? 1 : 0;
    return { features, at, classIndex, isWrong: answer * (target[0] ?? 0) <= 0 };
  });
  return {
    topology,
    parameters,
    gradient: [...gradient],
    errors: topology.spec.sizes.map((count, layer) => {
      const biasStart = topology.layers[layer - 1]?.biasStart ?? 0;
      return Array.from(
        { length: layer === 0 ? 0 : count },
        (_, index) => gradient[biasStart + index] ?? null,
      );
    }),
    thumbnails: thumbnailsOf(topology, parameters),
    map: { examples, range: RANGE, featureNames: ['ears', 'size'], marked: null },
    right: evaluate(topology, parameters, data.training).correct,
    loss: points[ROUNDS]?.loss ?? 0,
    previous: points[ROUNDS - 1]?.loss ?? 0,
    history: { points, stages: [], returns: [] },
  };
}

/** The error over one weight's values, with a step either way. */
export function sampleWeightCurve({ topology, parameters }: SampleClass, parameter: number): WeightCurveData {
  const { training } = makeDataSet(DATA);
  const value = parameters[parameter] ?? 0;
  const at = (offset: number): { value: number; loss: number } => {
    const moved = parameters.slice();
    moved[parameter] = value + offset;
    return { value: value + offset, loss: lossOf(topology, moved, training) };
  };
  return {
    points: curve(topology, parameters, training, parameter, {
      from: value - 1.3,
      to: value + 1.3,
      points: 61,
    }),
    now: at(0),
    lower: at(-0.2),
    raise: at(0.2),
  };
}

function thumbnailsOf(topology: Topology, parameters: Float64Array): Thumbnails {
  const axis = { from: -RANGE, to: RANGE };
  const size = 40;
  const grid = createActivationGrid(topology, {
    size,
    x: { feature: 0, ...axis },
    y: { feature: 1, ...axis },
    others: topology.spec.sizes.slice(0, 1).flatMap((inputs) => Array.from({ length: inputs }, () => 0)),
  });
  fillActivationGrid(grid, parameters);
  return topology.spec.sizes.map((count, layer) =>
    Array.from({ length: count }, (_, index) =>
      layer === 0 ? null : { columns: size, rows: size, values: pictureOf(grid, layer, index).slice() },
    ),
  );
}
