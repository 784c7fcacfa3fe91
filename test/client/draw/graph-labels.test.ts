import { describe, expect, it } from 'vitest';
import { createTopology, type Topology } from '../../../shared/network/topology.ts';
import { overlap } from '../../../client/draw/edge-labels.ts';
import { placeCaption, placeMarks, type PlacedMark } from '../../../client/draw/graph-labels.ts';
import { layoutNetwork } from '../../../client/draw/network-layout.ts';

const NAMES = ['Nora', 'Iker', 'Lía', 'Nutria curiosa', 'Zoe', 'Bruno', 'Vera', 'Marco', 'Lince sereno'];

describe('names on the weights', () => {
  it('hide neither each other nor a neuron in the lesson’s network, on a projector and on a tablet', () => {
    for (const size of [
      { width: 1150, height: 700 },
      { width: 760, height: 460 },
      { width: 640, height: 330 },
    ]) {
      const topology = network([2, 4, 1]);
      const layout = layoutNetwork(topology, size, 'captioned');
      const marks = placeMarks(layout, named(topology));
      expect(marks).toHaveLength(17);
      expect(collisions(marks)).toEqual([]);
      const pills = marks.filter(({ shape }) => shape === 'pill');
      for (const pill of pills) {
        for (const { centre, radius } of layout.neurons.flat()) {
          const x = Math.max(0, Math.abs(pill.centre.x - centre.x) - pill.width / 2);
          const y = Math.max(0, Math.abs(pill.centre.y - centre.y) - pill.height / 2);
          expect(Math.hypot(x, y)).toBeGreaterThan(radius);
        }
      }
    }
  });

  it('stay where they are as long as nothing changes', () => {
    const topology = network([2, 4, 1]);
    const layout = layoutNetwork(topology, { width: 1150, height: 700 }, 'captioned');
    expect(placeMarks(layout, named(topology))).toEqual(placeMarks(layout, named(topology)));
  });

  it('hang from the neuron when the weight is a bias', () => {
    const topology = network([2, 4, 1]);
    const layout = layoutNetwork(topology, { width: 1150, height: 700 }, 'captioned');
    const tabs = placeMarks(layout, named(topology)).filter(({ shape }) => shape === 'tab');
    expect(tabs.map(({ centre }) => centre)).toEqual(layout.biases.map(({ centre }) => centre));
  });

  it('shrink to dots when names are off, and a dot is found for every weight of the largest network', () => {
    const topology = network([8, 8, 8, 8, 8, 8, 8, 8]);
    const layout = layoutNetwork(topology, { width: 1150, height: 700 }, 'captioned');
    const bare = topology.parameters.map(({ index }) => ({ parameter: index, name: null, hasArrow: false }));
    const marks = placeMarks(layout, bare);
    expect(marks).toHaveLength(topology.parameterCount);
    expect(new Set(marks.map(({ shape }) => shape))).toEqual(new Set(['dot']));
  });
});

function network(sizes: readonly number[]): Topology {
  return createTopology({ sizes, hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' });
}

function named(topology: Topology): readonly { parameter: number; name: string; hasArrow: boolean }[] {
  return topology.parameters.map(({ index }) => ({
    parameter: index,
    name: NAMES[index % NAMES.length] ?? 'Noa',
    hasArrow: false,
  }));
}

function collisions(marks: readonly PlacedMark[]): readonly string[] {
  return marks.flatMap((a, index) =>
    marks
      .slice(index + 1)
      .filter((b) => overlap(a.centre, b.centre, (a.width + b.width) / 2, (a.height + b.height) / 2) > 0)
      .map((b) => `${a.parameter} on ${b.parameter}`),
  );
}

describe('names under the inputs and answers', () => {
  const captionOf = (caption: string, layer: number, size = { width: 800, height: 460 }) =>
    placeCaption(layoutNetwork(network([6, 6, 4]), size, 'captioned'), { layer, index: 0 }, caption);

  it('stand in the middle of their neuron as long as they are short', () => {
    const layout = layoutNetwork(network([6, 6, 4]), { width: 800, height: 460 }, 'captioned');
    const caption = placeCaption(layout, { layer: 0, index: 2 }, 'pH');
    expect(caption).toMatchObject({ x: layout.neurons[0]?.[2]?.centre.x, text: 'pH' });
  });

  it('move inwards when a teacher’s words are long, and are cut when they are longer still', () => {
    const first = captionOf('Longitud del pétalo en milímetros', 0);
    const last = captionOf('Ñire de la Patagonia austral', 2);
    expect(first.text).toMatch(/^Longitud del pétalo.*…$/u);
    expect(last.x).toBeLessThan(800);
    const half = (letters: string): number => letters.length * 3;
    expect(first.x - half(first.text)).toBeGreaterThanOrEqual(0);
    expect(last.x + half(last.text)).toBeLessThanOrEqual(800);
  });
});
