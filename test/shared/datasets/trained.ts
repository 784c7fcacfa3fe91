import type { Example } from '../../../shared/datasets/example.ts';
import { seedFrom } from '../../../shared/math/rng.ts';
import { backward } from '../../../shared/network/backward.ts';
import { createBatch } from '../../../shared/network/batch.ts';
import { evaluate } from '../../../shared/network/evaluate.ts';
import { initialise } from '../../../shared/network/initialise.ts';
import { gradientDescent } from '../../../shared/network/moves.ts';
import { createTopology, type NetworkSpec } from '../../../shared/network/topology.ts';

const LEARNING_RATE = 0.5;

export type Trained = { readonly network: NetworkSpec; readonly parameters: Float64Array };

/** A network after so many steps of plain gradient descent, from a start of its seed or the one given. */
export function trained(
  network: NetworkSpec,
  examples: readonly Example[],
  { steps = 1500, from = 1 }: { readonly steps?: number; readonly from?: number | readonly number[] } = {},
): Trained {
  const topology = createTopology(network);
  const batch = createBatch(topology, examples);
  let parameters =
    typeof from === 'number' ? initialise(topology, seedFrom('trained', from)) : Float64Array.from(from);
  for (let step = 0; step < steps; step++) {
    parameters = gradientDescent(
      parameters,
      backward(topology, parameters, batch).gradient,
      LEARNING_RATE,
    ).parameters;
  }
  return { network, parameters };
}

/** The share of examples a trained network answers rightly. */
export function accuracyOf({ network, parameters }: Trained, examples: readonly Example[]): number {
  return evaluate(createTopology(network), parameters, examples).accuracy;
}
