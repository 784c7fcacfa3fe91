import { describe, expect, it } from 'vitest';
import type { Example } from '../../../shared/datasets/example.ts';
import { evaluate } from '../../../shared/network/evaluate.ts';
import { isRight } from '../../../shared/network/is-right.ts';
import { createTopology } from '../../../shared/network/topology.ts';

describe('a right answer', () => {
  it('of a tanh or linear output lies on the side of the truth’s sign', () => {
    for (const output of ['tanh', 'linear'] as const) {
      expect(isRight(output, [0.01], [1])).toBe(true);
      expect(isRight(output, [-0.01], [1])).toBe(false);
      expect(isRight(output, [-0.9], [-1])).toBe(true);
    }
  });

  it('of a sigmoid or ReLU output lies on the truth’s side of one half', () => {
    for (const output of ['sigmoid', 'relu'] as const) {
      expect(isRight(output, [0.51], [1])).toBe(true);
      expect(isRight(output, [0.49], [1])).toBe(false);
      expect(isRight(output, [0.49], [0])).toBe(true);
    }
  });

  it('of softmax outputs is the most probable class; the first of equals', () => {
    expect(isRight('softmax', [0.2, 0.5, 0.3], [0, 1, 0])).toBe(true);
    expect(isRight('softmax', [0.2, 0.3, 0.5], [0, 1, 0])).toBe(false);
    expect(isRight('softmax', [0.5, 0.5], [1, 0])).toBe(true);
    expect(isRight('softmax', [0.5, 0.5], [0, 1])).toBe(false);
  });

  it('of several outputs needs all of them right', () => {
    expect(isRight('tanh', [0.5, -0.5], [1, -1])).toBe(true);
    expect(isRight('tanh', [0.5, 0.5], [1, -1])).toBe(false);
  });

  it('undecided counts as the low class: a network of zeros is a coin that always falls the same way', () => {
    expect(isRight('tanh', [0], [-1])).toBe(true);
    expect(isRight('tanh', [0], [1])).toBe(false);
    expect(isRight('sigmoid', [0.5], [0])).toBe(true);
  });
});

describe('the accuracy of a class', () => {
  it('is the share of its examples answered right, whether they fill the lanes or not', () => {
    const topology = createTopology({
      sizes: [1, 1],
      hidden: 'tanh',
      output: 'tanh',
      loss: 'half-squared-error',
    });
    for (const count of [1, 3, 4, 5, 8, 9]) {
      const examples = Array.from({ length: count }, (_, index): Example => ({
        features: [1],
        target: [index === 0 ? -1 : 1],
      }));
      expect(evaluate(topology, [1, 0], examples)).toMatchObject({
        correct: count - 1,
        accuracy: (count - 1) / count,
      });
    }
  });

  it('with one-hot truths counts the most probable class', () => {
    const topology = createTopology({
      sizes: [1, 2],
      hidden: 'tanh',
      output: 'softmax',
      loss: 'categorical-cross-entropy',
    });
    const examples = [
      { features: [1], target: [1, 0] },
      { features: [-1], target: [0, 1] },
      { features: [2], target: [0, 1] },
    ];
    expect(evaluate(topology, [1, -1, 0, 0], examples)).toMatchObject({ correct: 2, accuracy: 2 / 3 });
  });
});
