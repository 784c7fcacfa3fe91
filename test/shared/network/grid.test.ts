import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forwardTrace } from '../../../shared/network/forward.ts';
import {
  createActivationGrid,
  fillActivationGrid,
  pictureOf,
  type GridView,
} from '../../../shared/network/grid.ts';
import { randomNetworks, RUNS, type RandomNetwork } from './random-network.ts';

const WIDE = { from: -2, to: 3 };

describe('what every neuron sees', () => {
  it('is, cell by cell, what the network answers to an example there', () => {
    fc.assert(
      fc.property(randomNetworks(), fc.integer({ min: 1, max: 6 }), (network, size) => {
        const view = viewOf(network, size);
        const grid = createActivationGrid(network.topology, view);
        fillActivationGrid(grid, network.parameters);
        for (let row = 0; row < size; row++) {
          for (let column = 0; column < size; column++) {
            const features = featuresAt(view, row, column);
            const layers = [
              features,
              ...forwardTrace(network.topology, network.parameters, features).map((l) => l.activations),
            ];
            for (const [layer, activations] of layers.entries()) {
              for (const [neuron, activation] of activations.entries()) {
                const picture = pictureOf(grid, layer, neuron);
                expect(picture[row * size + column]).toBe(Math.fround(activation));
              }
            }
          }
        }
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('is drawn anew for new weights, into the same room', () => {
    fc.assert(
      fc.property(randomNetworks(), (network) => {
        const view = viewOf(network, 3);
        const grid = createActivationGrid(network.topology, view);
        const flat = fillActivationGrid(grid, new Float64Array(network.topology.parameterCount));
        const drawn = fillActivationGrid(grid, network.parameters);
        expect(drawn).toBe(flat);
        const fresh = createActivationGrid(network.topology, view);
        expect(drawn).toEqual(fillActivationGrid(fresh, network.parameters));
      }),
      { ...RUNS, numRuns: 30 },
    );
  });

  it('shows the inputs themselves first: ears from left to right, size from bottom to top', () => {
    const network = fc.sample(
      randomNetworks().filter(({ topology }) => topology.spec.sizes[0] === 2),
      { seed: 1, numRuns: 1 },
    )[0];
    if (network === undefined) throw new Error('no network with two inputs');
    const grid = createActivationGrid(network.topology, {
      ...viewOf(network, 2),
      x: { feature: 0, from: -1, to: 1 },
      y: { feature: 1, from: -1, to: 1 },
    });
    fillActivationGrid(grid, network.parameters);
    expect([...pictureOf(grid, 0, 0)]).toEqual([-0.5, 0.5, -0.5, 0.5]);
    expect([...pictureOf(grid, 0, 1)]).toEqual([0.5, 0.5, -0.5, -0.5]);
  });

  it('says so when an axis names a feature the pets do not have', () => {
    const [network] = fc.sample(randomNetworks(), { seed: 1, numRuns: 1 });
    if (network === undefined) throw new Error('no network');
    const view = { ...viewOf(network, 2), x: { feature: 9, ...WIDE } };
    expect(() => createActivationGrid(network.topology, view)).toThrow('no feature 9');
  });
});

/** The first and the last feature span the map; they are the same one where there is only one. */
function viewOf({ topology, examples }: RandomNetwork, size: number): GridView {
  const others = examples[0]?.features ?? [];
  const last = (topology.spec.sizes[0] ?? 1) - 1;
  return { size, x: { feature: 0, ...WIDE }, y: { feature: last, ...WIDE }, others };
}

function featuresAt({ size, x, y, others }: GridView, row: number, column: number): readonly number[] {
  const middle = (cell: number): number => WIDE.from + ((cell + 0.5) / size) * (WIDE.to - WIDE.from);
  return [...others].with(x.feature, middle(column)).with(y.feature, middle(size - 1 - row));
}
