import { createRng, type RngState } from '../math/rng.ts';
import type { Topology } from './topology.ts';

/**
 * Random weights that let signals through at their own size: uniform within ±√(3 / inputs of the neuron) for
 * tanh, sigmoid and linear (LeCun et al. 1998), ±√(6 / inputs) for ReLU (He et al. 2015); biases 0. Rounded to
 * two decimals, so that a student can read a weight out. The same seed gives the same network everywhere.
 */
export function initialise(topology: Topology, seed: RngState): Float64Array {
  const rng = createRng(seed);
  const variance = topology.spec.hidden === 'relu' ? 2 : 1;
  const parameters = new Float64Array(topology.parameterCount);
  for (const slice of topology.layers) {
    const reach = Math.sqrt((3 * variance) / slice.inputs);
    for (let index = slice.weightStart; index < slice.biasStart; index++) {
      parameters[index] = Math.round((2 * rng.next() - 1) * reach * 100) / 100 + 0; // + 0: −0 becomes 0
    }
  }
  return parameters;
}
