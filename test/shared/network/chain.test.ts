import { describe, expect, it } from 'vitest';
import { machineSetup, STAGE } from '../../helpers/machine-lesson.ts';
import { materialOf } from '../../../shared/session/setup.ts';
import { backward } from '../../../shared/network/backward.ts';
import { chainsOf } from '../../../shared/network/chain.ts';
import { probeSlope } from '../../../shared/network/gradient-check.ts';
import { hardestExample } from '../../../shared/network/hardest-example.ts';
import { classOf, isRight } from '../../../shared/network/is-right.ts';
import { miniBatch } from '../../../shared/network/mini-batch.ts';
import { createTopology, type NetworkSpec } from '../../../shared/network/topology.ts';

const { network, data, startParameters } = materialOf(machineSetup(), STAGE.stop);
const topology = createTopology(network);
const three: NetworkSpec = {
  sizes: [2, 3, 3],
  hidden: 'sigmoid',
  output: 'softmax',
  loss: 'categorical-cross-entropy',
};

describe('one example’s chain', () => {
  it('multiplies to the gradient that a pass over this example alone finds, at every parameter', () => {
    for (const example of data.training) {
      const { gradient } = backward(topology, startParameters, [example]);
      for (const [index, chain] of chainsOf(topology, startParameters, example).entries()) {
        expect(chain.gradientHere).toBeCloseTo(gradient[index] ?? Number.NaN, 12);
        expect(chain.input * (chain.slope ?? 1) * chain.errorBack).toBeCloseTo(chain.gradientHere, 12);
      }
    }
  });

  it('has no slope of its own where softmax and cross-entropy meet, and multiplies all the same', () => {
    const spread = createTopology(three);
    const parameters = spread.parameters.map(({ index }) => Math.sin(index + 1));
    const example = { features: [0.3, -0.8], target: [0, 1, 0] };
    const { gradient } = backward(spread, parameters, [example]);
    const chains = chainsOf(spread, parameters, example);
    expect(chains[chains.length - 1]?.slope).toBeNull();
    expect(chains[0]?.slope).not.toBeNull();
    for (const [index, { gradientHere }] of chains.entries())
      expect(gradientHere).toBeCloseTo(gradient[index] ?? Number.NaN, 12);
  });

  it('is longest for the example that pulls hardest', () => {
    const pull = data.training.map((example) =>
      Math.hypot(...backward(topology, startParameters, [example]).gradient),
    );
    expect(hardestExample(topology, startParameters, data.training)).toBe(pull.indexOf(Math.max(...pull)));
    expect(hardestExample(topology, startParameters, [])).toBe(0);
  });
});

describe('a gradient that is checked', () => {
  it('is what a probe finds a little to either side, also at a parameter’s bound', () => {
    const atBound = startParameters.map((value, index) => (index === 4 ? 30 : value));
    for (const parameters of [startParameters, atBound]) {
      const { gradient } = backward(topology, parameters, data.training);
      for (const { index } of topology.parameters) {
        const { difference } = probeSlope(topology, parameters, data.training, index);
        expect(Math.abs(difference - (gradient[index] ?? Number.NaN))).toBeLessThan(2e-3);
      }
    }
  });
});

describe('a mini-batch', () => {
  it('deals every example once an epoch, the same way for the same seed', () => {
    for (const size of [1, 5, 16]) {
      const epoch = Array.from({ length: Math.ceil(16 / size) }, (_, step) => miniBatch(16, size, step, 9));
      expect(epoch.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index));
      expect(miniBatch(16, size, 0, 9)).toEqual(epoch[0]);
    }
    expect(miniBatch(16, 5, 0, 9)).not.toEqual(miniBatch(16, 5, 4, 9));
  });
});

describe('the class that an answer names', () => {
  it('agrees with whether it is right', () => {
    for (const answer of [[-0.4], [0], [0.7]])
      for (const target of [[-1], [1]])
        expect(isRight('tanh', answer, target)).toBe(classOf('tanh', answer) === classOf('tanh', target));
    expect(classOf('softmax', [0.2, 0.1, 0.7])).toBe(2);
    expect(classOf('sigmoid', [0.4])).toBe(0);
  });
});
