import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../shared/network/batch.ts';
import { evaluate, lossOf } from '../../../shared/network/evaluate.ts';
import { forward, forwardTrace } from '../../../shared/network/forward.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { randomNetworks, RUNS } from './random-network.ts';
import { textbookForward, textbookLoss } from './textbook.ts';

const SMALL = createTopology({
  sizes: [2, 2, 1],
  hidden: 'tanh',
  output: 'tanh',
  loss: 'half-squared-error',
});

describe('the forward pass', () => {
  it('answers as a textbook network does, whatever the class was given to train', () => {
    fc.assert(
      fc.property(randomNetworks(), ({ topology, parameters, examples }) => {
        for (const { features } of examples) {
          const trace = forwardTrace(topology, parameters, features);
          const textbook = textbookForward(topology, parameters, features);
          for (const [index, { pre, out }] of textbook.entries()) {
            expectNear(trace[index]?.preActivations ?? [], pre);
            expectNear(trace[index]?.activations ?? [], out);
          }
          expectNear(forward(topology, parameters, features), textbook.at(-1)?.out ?? []);
        }
      }),
      RUNS,
    );
  });

  it('the error of all examples is the mean of the textbook errors', () => {
    fc.assert(
      fc.property(randomNetworks(), ({ topology, parameters, examples }) => {
        const expected = textbookLoss(topology, parameters, examples);
        expectNear([evaluate(topology, parameters, examples).loss], [expected]);
        expect(lossOf(topology, parameters, examples)).toBe(evaluate(topology, parameters, examples).loss);
      }),
      RUNS,
    );
  });

  it('a class may lay its examples out once: the numbers are the same bits, round after round', () => {
    fc.assert(
      fc.property(randomNetworks(), ({ topology, parameters, examples }) => {
        const batch = createBatch(topology, examples);
        const once = evaluate(topology, parameters, examples);
        expect(evaluate(topology, parameters, batch)).toEqual(once);
        expect(evaluate(topology, Float64Array.from(parameters), batch)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('the error of no examples at all is 0, not NaN', () => {
    expect(evaluate(SMALL, new Float64Array(9), [])).toEqual({ loss: 0, accuracy: 0, correct: 0 });
  });

  it('says what is wrong when an example or the parameters do not fit the network', () => {
    const parameters = new Float64Array(9);
    expect(() => forward(SMALL, parameters, [1])).toThrow('1 numbers where the network has 2');
    expect(() => forward(SMALL, parameters, [1, NaN])).toThrow('not a finite number');
    expect(() => forward(SMALL, [0, 1], [1, 1])).toThrow('2 parameters for a network that has 9');
    expect(() => evaluate(SMALL, parameters, [{ features: [1, 1], target: [] }])).toThrow(RangeError);
    const other = createBatch(createTopology({ ...SMALL.spec, sizes: [2, 1] }), []);
    expect(() => evaluate(SMALL, parameters, other)).toThrow('another topology');
  });
});

function expectNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    const far = Math.abs((actual[index] ?? NaN) - value) / Math.max(1, Math.abs(value));
    expect(far).toBeLessThanOrEqual(1e-12);
  }
}
