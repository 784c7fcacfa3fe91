import { describe, expect, it } from 'vitest';
import { findNetworkProblems } from '../../../shared/network/network-problems.ts';
import type { NetworkSpec } from '../../../shared/network/topology.ts';

const PETS: NetworkSpec = { sizes: [2, 4, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' };

describe('a network that a teacher wrote down', () => {
  it('is fine when it is the pets’ own, has no hidden layer, or ends in probabilities', () => {
    expect(findNetworkProblems(PETS)).toEqual([]);
    expect(findNetworkProblems({ ...PETS, sizes: [1, 1] })).toEqual([]);
    expect(findNetworkProblems({ ...PETS, output: 'sigmoid', loss: 'binary-cross-entropy' })).toEqual([]);
    expect(
      findNetworkProblems({
        ...PETS,
        sizes: [2, 3],
        output: 'softmax',
        loss: 'categorical-cross-entropy',
      }),
    ).toEqual([]);
  });

  it('needs an input and an output layer, and may be too deep', () => {
    expect(findNetworkProblems({ ...PETS, sizes: [2] })).toEqual([{ kind: 'too-few-layers', least: 2 }]);
    expect(findNetworkProblems({ ...PETS, sizes: repeated(2, 9) })).toEqual([
      { kind: 'too-many-layers', most: 8 },
    ]);
  });

  it.each([0, -1, 2.5, 65, NaN, Infinity])('cannot have %s neurons in a layer', (size) => {
    expect(findNetworkProblems({ ...PETS, sizes: [2, size, 1] })).toEqual([
      { kind: 'bad-layer-size', layer: 1, size, most: 64 },
    ]);
  });

  it('cannot measure its error in a way that does not fit its output', () => {
    expect(findNetworkProblems({ ...PETS, loss: 'binary-cross-entropy' })).toEqual([
      { kind: 'loss-does-not-fit', loss: 'binary-cross-entropy', output: 'tanh' },
    ]);
    expect(findNetworkProblems({ ...PETS, output: 'sigmoid', loss: 'categorical-cross-entropy' })).toEqual([
      { kind: 'loss-does-not-fit', loss: 'categorical-cross-entropy', output: 'sigmoid' },
    ]);
    expect(findNetworkProblems({ ...PETS, output: 'softmax' })).toEqual([
      { kind: 'softmax-needs-two-outputs' },
      { kind: 'loss-does-not-fit', loss: 'half-squared-error', output: 'softmax' },
    ]);
  });
});

function repeated(value: number, length: number): readonly number[] {
  return Array.from({ length }, () => value);
}
