import { describe, expect, it } from 'vitest';
import { between, eased } from '../../../client/figures/between.ts';
import { figuresOf } from '../../../client/figures/compute-figures.ts';
import type { FiguresSubject } from '../../../client/figures/figures.ts';
import { keepSame } from '../../../client/figures/keep-same.ts';
import { mapExamples, mapRange, sameExamples } from '../../../client/figures/map-examples.ts';
import { answerPicture, neuronPictures } from '../../../client/figures/pictures.ts';
import { forward } from '../../../shared/network/forward.ts';
import { createTopology, type NetworkSpec } from '../../../shared/network/topology.ts';
import { classIn, seen, STAGE } from './class-views.ts';

const view = seen(classIn(STAGE.probe, 'compare'));
const network = view.stage?.network ?? {
  sizes: [2, 1],
  hidden: 'tanh',
  output: 'tanh',
  loss: 'half-squared-error',
};
const examples = view.examples ?? [];
const { parameters } = view.network;
const topology = createTopology(network);

describe('the map and the thumbnails', () => {
  const subject: FiguresSubject = { network, examples, range: mapRange(examples), size: 21 };
  const figures = figuresOf(subject)(parameters);

  it('show in every cell what the network answers there', () => {
    const pictures = neuronPictures(subject, figures);
    const map = answerPicture(network, pictures);
    const middle = Math.floor(subject.size / 2);
    const cell = (2 * subject.range) / subject.size;
    for (const [column, row] of [
      [0, 0],
      [middle, middle],
      [20, 3],
    ] as const) {
      const x = -subject.range + (column + 0.5) * cell;
      const y = subject.range - (row + 0.5) * cell;
      expect(map !== null && 'values' in map && map.values[row * subject.size + column]).toBeCloseTo(
        forward(topology, parameters, [x, y])[0] ?? 0,
        5,
      );
    }
  });

  it('are one for each neuron but the inputs, which are drawn as what they look at', () => {
    const pictures = neuronPictures(subject, figures);
    expect(pictures.map((layer) => layer.length)).toEqual([...network.sizes]);
    expect(pictures[0]?.every((picture) => picture === null)).toBe(true);
    expect(pictures.slice(1).flat()).not.toContain(null);
  });

  it('stretch neurons that answer from 0 to 1, so that undecided is the middle of the ramp', () => {
    const spec: NetworkSpec = {
      sizes: [2, 1],
      hidden: 'tanh',
      output: 'sigmoid',
      loss: 'binary-cross-entropy',
    };
    const [first] = neuronPictures(
      { network: spec, examples: [], range: 2, size: 3 },
      figuresOf({ network: spec, examples: [], range: 2, size: 3 })([0, 0, 0]),
    ).slice(1);
    expect([0, 4, 8].map((cell) => first?.[0]?.values[cell])).toEqual([0, 0, 0]);
  });

  it('ring exactly the animals the network takes for the other kind', () => {
    const shown = mapExamples(examples, figures.answers, network.output);
    const wrong = shown.filter(({ isWrong }) => isWrong).length;
    expect(view.correct.of - wrong).toBe(view.correct.correct);
  });

  it('ring none before the answers are compared with the truth', () => {
    expect(mapExamples(examples, null, network.output).some(({ isWrong }) => isWrong)).toBe(false);
  });

  it('reach beyond the outermost animal', () => {
    const range = mapRange(examples);
    expect(examples.every(({ features }) => features.every((value) => Math.abs(value) < range))).toBe(true);
  });

  it('know when the same animals are wrong', () => {
    const one = mapExamples(examples, figures.answers, network.output);
    expect(sameExamples(one, mapExamples(examples, figures.answers, network.output))).toBe(true);
    expect(sameExamples(one, mapExamples(examples, null, network.output))).toBe(false);
  });
});

describe('the way from one set of parameters to the next', () => {
  it('begins and ends exactly', () => {
    const after = [1, -2];
    expect(between([0, 0], after, 0)).toEqual([0, 0]);
    expect(between([0, 0], after, 0.5)).toEqual([0.5, -1]);
    expect(between([0, 0], after, 1)).toBe(after);
  });

  it('starts and stops gently, and never leaves its bounds', () => {
    expect([eased(-1), eased(0), eased(0.5), eased(1), eased(9)]).toEqual([0, 0, 0.5, 1, 1]);
    expect(eased(0.1)).toBeLessThan(0.1);
    expect(eased(0.9)).toBeGreaterThan(0.9);
  });
});

it('a picture that stands is not drawn again for the same examples sent anew', () => {
  const kept = keepSame<readonly { readonly features: readonly number[] }[] | null>();
  const first = kept([{ features: [1, 2] }]);
  expect(kept([{ features: [1, 2] }])).toBe(first);
  expect(kept([{ features: [1, 3] }])).not.toBe(first);
  expect(kept(null)).toBe(null);
});
