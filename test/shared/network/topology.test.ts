import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTopology } from '../../../shared/network/topology.ts';
import { randomNetworks, RUNS } from './random-network.ts';

describe('the names of the weights', () => {
  it('the pets’ network has 17: two rows of four, four biases, four weights and a bias', () => {
    const { parameters, parameterCount } = createTopology({
      sizes: [2, 4, 1],
      hidden: 'tanh',
      output: 'tanh',
      loss: 'half-squared-error',
    });
    expect(parameterCount).toBe(17);
    expect(parameters[0]).toEqual({ index: 0, layer: 1, from: 0, to: 0 });
    expect(parameters[3]).toEqual({ index: 3, layer: 1, from: 1, to: 1 });
    expect(parameters[8]).toEqual({ index: 8, layer: 1, from: null, to: 0 });
    expect(parameters[15]).toEqual({ index: 15, layer: 2, from: 3, to: 0 });
    expect(parameters[16]).toEqual({ index: 16, layer: 2, from: null, to: 0 });
  });

  it('every weight has one place and every place one weight, in any network', () => {
    fc.assert(
      fc.property(randomNetworks(), ({ topology }) => {
        const { layers, parameters, parameterCount } = topology;
        expect(parameters.map(({ index }) => index)).toEqual([...Array(parameterCount).keys()]);
        for (const { index, layer, from, to } of parameters) {
          const slice = layers[layer - 1];
          if (slice === undefined) throw new Error(`weight ${index} lies in no layer`);
          const { weightStart, biasStart, inputs } = slice;
          expect(index).toBe(from === null ? biasStart + to : weightStart + to * inputs + from);
        }
      }),
      RUNS,
    );
  });
});
