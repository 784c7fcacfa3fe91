import { describe, expect, it } from 'vitest';
import { seedFrom } from '../../../shared/math/rng.ts';
import { initialise } from '../../../shared/network/initialise.ts';
import { createTopology, type Activation } from '../../../shared/network/topology.ts';

const topologyOf = (hidden: Activation): ReturnType<typeof createTopology> =>
  createTopology({ sizes: [3, 8, 8, 1], hidden, output: 'tanh', loss: 'half-squared-error' });

describe('a fresh network', () => {
  it('is the same for the same seed, and another for another', () => {
    const topology = topologyOf('tanh');
    expect(initialise(topology, seedFrom('class', 1))).toEqual(initialise(topology, seedFrom('class', 1)));
    expect(initialise(topology, seedFrom('class', 1))).not.toEqual(
      initialise(topology, seedFrom('class', 2)),
    );
  });

  it('has weights a student can read out: two decimals, within reach of the neuron’s inputs, never −0', () => {
    for (const [hidden, variance] of [
      ['tanh', 1],
      ['relu', 2],
    ] as const) {
      const topology = topologyOf(hidden);
      for (let seed = 1; seed <= 20; seed++) {
        const parameters = initialise(topology, seedFrom(seed));
        for (const { index, layer, from } of topology.parameters) {
          const value = parameters[index] ?? NaN;
          const inputs = topology.spec.sizes[layer - 1] ?? NaN;
          expect(Number(value.toFixed(2))).toBe(value);
          expect(Object.is(value, -0)).toBe(false);
          expect(Math.abs(value)).toBeLessThanOrEqual(Math.sqrt((3 * variance) / inputs) + 0.005);
          if (from === null) expect(value).toBe(0);
        }
      }
    }
  });

  it('has no two neurons alike: otherwise they would learn the same for ever', () => {
    const topology = topologyOf('tanh');
    const parameters = initialise(topology, seedFrom('symmetry'));
    const rows = Array.from({ length: 8 }, (_, row) => parameters.slice(row * 3, row * 3 + 3).join());
    expect(new Set(rows).size).toBe(8);
  });
});
