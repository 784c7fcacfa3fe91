import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTopology } from '../../../shared/network/topology.ts';
import { layoutNetwork, neuronAt, type NetworkLayout } from '../../../client/draw/network-layout.ts';

const PETS = [2, 4, 1];
const SCREEN = { width: 1150, height: 700 };

describe('the picture of the network', () => {
  it('has the inputs at the left, the answer at the right, and the answer largest', () => {
    const { neurons } = layoutOf(PETS, SCREEN);
    const [input, hidden, answer] = [
      neuronAt(neurons, 0, 0),
      neuronAt(neurons, 1, 0),
      neuronAt(neurons, 2, 0),
    ];
    expect(input.centre.x).toBeLessThan(hidden.centre.x);
    expect(hidden.centre.x).toBeLessThan(answer.centre.x);
    expect(answer.radius).toBeGreaterThan(hidden.radius * 1.4);
    expect(answer.centre.y).toBeCloseTo(
      (neuronAt(neurons, 1, 1).centre.y + neuronAt(neurons, 1, 2).centre.y) / 2,
    );
  });

  it('draws every weight as one edge from rim to rim, and every bias on its own neuron', () => {
    const layout = layoutOf(PETS, SCREEN);
    expect(layout.edges).toHaveLength(12);
    expect(layout.biases).toHaveLength(5);
    for (const { parameter, curve } of layout.edges) {
      const to = neuronAt(layout.neurons, parameter.layer, parameter.to);
      expect(curve.to).toEqual({ x: to.centre.x - to.radius, y: to.centre.y });
    }
    for (const { parameter, centre } of layout.biases) {
      const { centre: neuron, radius } = neuronAt(layout.neurons, parameter.layer, parameter.to);
      expect(centre).toEqual({ x: neuron.x, y: neuron.y + radius });
    }
  });

  it('keeps every neuron inside the box and apart from the others, for any network up to 8 × 8', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 280, max: 2000 }),
        fc.integer({ min: 200, max: 1200 }),
        fc.constantFrom('tight' as const, 'captioned' as const),
        (sizes, width, height, room) => {
          const neurons = layoutOf(sizes, { width, height }, room).neurons.flat();
          for (const { centre, radius } of neurons) {
            expect(centre.x - radius).toBeGreaterThanOrEqual(0);
            expect(centre.x + radius).toBeLessThanOrEqual(width);
            expect(centre.y - radius).toBeGreaterThanOrEqual(0);
            expect(centre.y + radius).toBeLessThanOrEqual(height);
          }
          for (const [index, a] of neurons.entries()) {
            for (const b of neurons.slice(index + 1)) {
              const apart = Math.hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y);
              expect(apart).toBeGreaterThan(a.radius + b.radius);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says what is wrong when it is asked for a neuron that is not there', () => {
    const { neurons } = layoutOf(PETS, SCREEN);
    expect(() => neuronAt(neurons, 1, 4)).toThrow('the layout should have neuron 4 in layer 1');
  });
});

function layoutOf(
  sizes: readonly number[],
  size: { readonly width: number; readonly height: number },
  room: 'tight' | 'captioned' = 'captioned',
): NetworkLayout {
  const spec = { sizes, hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' } as const;
  return layoutNetwork(createTopology(spec), size, room);
}
