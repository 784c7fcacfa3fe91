import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backward } from '../../../shared/network/backward.ts';
import { startBackward, stepBackward } from '../../../shared/network/backward-machine.ts';
import { EXAMPLE_LIMIT, PARAMETER_LIMIT } from '../../../shared/network/bounds.ts';
import { evaluate } from '../../../shared/network/evaluate.ts';
import { forward, forwardTrace } from '../../../shared/network/forward.ts';
import { createActivationGrid, fillActivationGrid } from '../../../shared/network/grid.ts';
import { applyMoves, gradientDescent } from '../../../shared/network/moves.ts';
import { NETWORK_LIMITS } from '../../../shared/network/network-problems.ts';
import { curve, effectsAlone, probeAll } from '../../../shared/network/probe.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { modest, randomNetworks, RUNS } from './random-network.ts';

/** What a broken or hostile client might call a weight. */
const extremes = fc.oneof(
  fc.constantFrom(1e308, -1e308, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE, -0, 0),
  fc.double({ noNaN: true }),
  modest(PARAMETER_LIMIT),
);

describe('no NaN ever leaves the network', () => {
  it('whatever the weights are, every figure on every screen is a finite number', () => {
    fc.assert(
      fc.property(randomNetworks(extremes), ({ topology, parameters, examples }) => {
        const { loss, accuracy } = evaluate(topology, parameters, examples);
        const { gradient } = backward(topology, parameters, examples);
        const table = probeAll(topology, parameters, examples, 1e308);
        const points = curve(topology, parameters, examples, 0, { from: -1e308, to: 1e308, points: 2 });
        const { opened } = stepBackward(startBackward(topology, parameters, examples));
        const trace = forwardTrace(topology, parameters, examples[0]?.features ?? []);
        expectFinite([loss, accuracy], gradient, opened.meanErrors, opened.meanAbsoluteErrors);
        expectFinite(
          table.flatMap(({ down, up }) => [down, up]),
          points.map((point) => point.loss),
          effectsAlone(topology, parameters, examples, parameters),
          ...trace.flatMap(({ preActivations, activations }) => [preActivations, activations]),
        );
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it('a step that would fly away is stopped at the bound, and says which weights were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(modest(PARAMETER_LIMIT), extremes)), (pairs) => {
        const parameters = pairs.map(([parameter]) => parameter);
        const multiples = pairs.map(([, multiple]) => multiple);
        for (const step of [
          applyMoves(parameters, new Float64Array(parameters.length).fill(5), multiples),
          gradientDescent(parameters, multiples, 1e308),
        ]) {
          expectFinite(step.parameters, step.moves);
          for (const [index, value] of step.parameters.entries()) {
            expect(Math.abs(value)).toBeLessThanOrEqual(PARAMETER_LIMIT);
            if (step.bounded.includes(index)) expect(Math.abs(value)).toBe(PARAMETER_LIMIT);
          }
        }
      }),
      RUNS,
    );
  });

  it('the largest network with the largest weights and examples still has a finite error and gradient', () => {
    const { layersMost, neuronsPerLayerMost } = NETWORK_LIMITS;
    for (const hidden of ['relu', 'linear'] as const) {
      const topology = createTopology({
        sizes: repeated(neuronsPerLayerMost, layersMost),
        hidden,
        output: 'linear',
        loss: 'half-squared-error',
      });
      const parameters = new Float64Array(topology.parameterCount).fill(PARAMETER_LIMIT);
      const numbers = repeated(EXAMPLE_LIMIT, neuronsPerLayerMost);
      const { loss, gradient } = backward(topology, parameters, [{ features: numbers, target: numbers }]);
      expectFinite([loss], gradient);
    }
  });

  it('wrong cross-entropies are large, not infinite', () => {
    const sure = [PARAMETER_LIMIT, PARAMETER_LIMIT];
    const sigmoid = createTopology({
      sizes: [1, 1],
      hidden: 'tanh',
      output: 'sigmoid',
      loss: 'binary-cross-entropy',
    });
    const wrong = evaluate(sigmoid, sure, [{ features: [1000], target: [0] }]);
    expect(wrong.loss).toBe(PARAMETER_LIMIT * 1000 + PARAMETER_LIMIT);
    const softmax = createTopology({
      sizes: [1, 2],
      hidden: 'tanh',
      output: 'softmax',
      loss: 'categorical-cross-entropy',
    });
    const far = evaluate(softmax, [30, -30, 0, 0], [{ features: [1000], target: [0, 1] }]);
    expect(far.loss).toBe(60_000);
    expect([...forward(softmax, [30, -30, 0, 0], [1000])]).toEqual([1, 0]);
  });

  it('the map of a network gone wild has no holes', () => {
    const topology = createTopology({
      sizes: [2, 3, 1],
      hidden: 'relu',
      output: 'sigmoid',
      loss: 'binary-cross-entropy',
    });
    const axis = { from: -3, to: 3 };
    const view = { size: 5, x: { feature: 0, ...axis }, y: { feature: 1, ...axis }, others: [0, 0] };
    const grid = createActivationGrid(topology, view);
    expectFinite(fillActivationGrid(grid, repeated(-Infinity, topology.parameterCount)));
  });

  it('NaN itself is refused at the door, with its place', () => {
    const { topology, parameters } = { topology: tiny(), parameters: [0, NaN] };
    expect(() => evaluate(topology, parameters, [])).toThrow('parameter 1 is NaN');
    expect(() => applyMoves([0, 0], [1, 1], [0, NaN])).toThrow('parameter 1 would become NaN');
    expect(() => applyMoves([0, 0], [1, Infinity], [0, 0])).toThrow('parameter 1 would become NaN');
    expect(() => gradientDescent([0, 0], [NaN, 0], 0.1)).toThrow('parameter 0 would become NaN');
  });
});

function tiny(): ReturnType<typeof createTopology> {
  return createTopology({ sizes: [1, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' });
}

function expectFinite(...lists: readonly ArrayLike<number>[]): void {
  for (const list of lists) {
    expect(Array.from(list).filter((value) => !Number.isFinite(value))).toEqual([]);
  }
}

function repeated(value: number, length: number): readonly number[] {
  return Array.from({ length }, () => value);
}
