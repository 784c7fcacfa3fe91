import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../shared/network/batch.ts';
import { PARAMETER_LIMIT } from '../../../shared/network/bounds.ts';
import { evaluate } from '../../../shared/network/evaluate.ts';
import { applyMoves } from '../../../shared/network/moves.ts';
import { curve, effectsAlone, probe, probeAll } from '../../../shared/network/probe.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { modest, randomNetworks, RUNS, type RandomNetwork } from './random-network.ts';

const TINY_NETWORK = createTopology({
  sizes: [1, 1],
  hidden: 'tanh',
  output: 'linear',
  loss: 'half-squared-error',
});

const steps = modest(1).map((step) => Math.abs(step) + 0.01);

describe('what if this weight moved?', () => {
  it('the answer before the step is, bit for bit, the error after taking it', () => {
    fc.assert(
      fc.property(randomNetworks(), steps, (network, step) => {
        const { topology, parameters, examples } = network;
        for (const [index, { down, up }] of probeAll(topology, parameters, examples, step).entries()) {
          expect(down).toBe(lossAfter(network, index, -step));
          expect(up).toBe(lossAfter(network, index, step));
          expect(probe(topology, parameters, examples, index, step)).toEqual({ down, up });
        }
      }),
      RUNS,
    );
  });

  it('every weight may be asked about with its own step', () => {
    fc.assert(
      fc.property(randomNetworks(), steps, ({ topology, parameters, examples }, step) => {
        const own = parameters.map((_, index) => step * (1 + index));
        const table = probeAll(topology, parameters, examples, own);
        for (const [index, size] of own.entries()) {
          expect(table[index]).toEqual(probe(topology, parameters, examples, index, size));
        }
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  it('the effect alone of each move is what the error would have changed by; leaving changes nothing', () => {
    fc.assert(
      fc.property(randomNetworks(), steps, (network, step) => {
        const { topology, parameters, examples } = network;
        const moves = parameters.map((_, index) => ((index % 3) - 1) * step);
        const before = evaluate(topology, parameters, examples).loss;
        const effects = effectsAlone(topology, parameters, examples, moves);
        for (const [index, move] of moves.entries()) {
          expect(effects[index]).toBe(move === 0 ? 0 : lossAfter(network, index, move) - before);
        }
      }),
      RUNS,
    );
  });

  it('the curve of a weight goes through the errors it would really have', () => {
    fc.assert(
      fc.property(randomNetworks(), fc.nat(), (network, anyIndex) => {
        const { topology, parameters, examples } = network;
        const index = anyIndex % parameters.length;
        const points = curve(topology, parameters, examples, index, { from: -2, to: 2, points: 5 });
        expect(points.map(({ value }) => value)).toEqual([-2, -1, 0, 1, 2]);
        for (const { value, loss } of points) {
          expect(loss).toBe(evaluate(topology, parameters.with(index, value), examples).loss);
        }
      }),
      RUNS,
    );
  });

  it('asking changes nothing: the same question gets the same answer, also on examples laid out once', () => {
    fc.assert(
      fc.property(randomNetworks(), steps, ({ topology, parameters, examples }, step) => {
        const batch = createBatch(topology, examples);
        const table = probeAll(topology, parameters, batch, step);
        expect(probeAll(topology, parameters, batch, step)).toEqual(table);
        expect(probeAll(topology, parameters, examples, step)).toEqual(table);
        expect(evaluate(topology, parameters, batch)).toEqual(evaluate(topology, parameters, examples));
      }),
      RUNS,
    );
  });

  it('a weight at its bound cannot be tried beyond it', () => {
    const examples = [{ features: [1], target: [0] }];
    const { up, down } = probe(TINY_NETWORK, [PARAMETER_LIMIT, 0], examples, 0, 1);
    expect(up).toBe(PARAMETER_LIMIT ** 2 / 2);
    expect(down).toBe((PARAMETER_LIMIT - 1) ** 2 / 2);
  });

  it('a single point on the curve is its beginning', () => {
    const points = curve(TINY_NETWORK, [1, 0], [], 0, { from: 3, to: 4, points: 1 });
    expect(points).toEqual([{ value: 3, loss: 0 }]);
  });

  it('says so when nobody can hold that weight', () => {
    expect(() => probe(TINY_NETWORK, [1, 0], [], 2, 1)).toThrow('no parameter 2');
    expect(() => probe(TINY_NETWORK, [1, 0], [], -1, 1)).toThrow('no parameter -1');
    expect(() => probe(TINY_NETWORK, [1, 0], [], 0, NaN)).toThrow('NaN');
  });
});

function lossAfter({ topology, parameters, examples }: RandomNetwork, index: number, move: number): number {
  const ones = parameters.map(() => 1);
  const moves = parameters.map((_, other) => (other === index ? move : 0));
  return evaluate(topology, applyMoves(parameters, ones, moves).parameters, examples).loss;
}
