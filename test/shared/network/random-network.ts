import fc from 'fast-check';
import type { Example } from '../../../shared/datasets/example.ts';
import {
  createTopology,
  type Activation,
  type LossName,
  type OutputActivation,
  type Topology,
} from '../../../shared/network/topology.ts';

export type RandomNetwork = {
  readonly topology: Topology;
  readonly parameters: readonly number[];
  readonly examples: readonly Example[];
};

/** Fixed, so that every run plays the same networks; fast-check prints the path to a failing one. */
export const RUNS = { seed: 20_260_101, numRuns: 150 } as const;

const HIDDEN: readonly Activation[] = ['tanh', 'sigmoid', 'relu', 'linear'];
const ENDS: readonly (readonly [OutputActivation, LossName])[] = [
  ['tanh', 'half-squared-error'],
  ['sigmoid', 'half-squared-error'],
  ['relu', 'half-squared-error'],
  ['linear', 'half-squared-error'],
  ['sigmoid', 'binary-cross-entropy'],
  ['softmax', 'categorical-cross-entropy'],
];

/** Any network a lesson may have, with parameters of a given kind and one to nine examples. */
export function randomNetworks(parameter: fc.Arbitrary<number> = modest(2)): fc.Arbitrary<RandomNetwork> {
  const shape = fc.record({
    inputs: fc.integer({ min: 1, max: 3 }),
    hiddenSizes: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
    outputs: fc.integer({ min: 1, max: 3 }),
    hidden: fc.constantFrom(...HIDDEN),
    end: fc.constantFrom(...ENDS),
  });
  return shape.chain(({ inputs, hiddenSizes, outputs, hidden, end: [output, loss] }) => {
    const width = output === 'softmax' ? Math.max(2, outputs) : outputs;
    const topology = createTopology({ sizes: [inputs, ...hiddenSizes, width], hidden, output, loss });
    const { parameterCount } = topology;
    return fc.record({
      topology: fc.constant(topology),
      parameters: fc.array(parameter, { minLength: parameterCount, maxLength: parameterCount }),
      examples: fc.array(randomExample(inputs, width, output), { minLength: 1, maxLength: 9 }),
    });
  });
}

/** Doubles of everyday size, which fast-check otherwise seldom draws. */
export function modest(reach: number): fc.Arbitrary<number> {
  return fc.integer({ min: -1e6, max: 1e6 }).map((whole) => (whole / 1e6) * reach);
}

function randomExample(inputs: number, outputs: number, output: OutputActivation): fc.Arbitrary<Example> {
  return fc.record({
    features: fc.array(modest(2), { minLength: inputs, maxLength: inputs }),
    target: randomTarget(outputs, output),
  });
}

function randomTarget(outputs: number, output: OutputActivation): fc.Arbitrary<number[]> {
  const oneHot = fc
    .nat(outputs - 1)
    .map((chosen) => Array.from({ length: outputs }, (_, index) => Number(index === chosen)));
  if (output === 'softmax') return oneHot;
  const low = output === 'tanh' ? -1 : 0;
  return fc.array(fc.constantFrom(low, 1), { minLength: outputs, maxLength: outputs });
}
