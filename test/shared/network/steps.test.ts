import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARAMETER_LIMIT } from '../../../shared/network/bounds.ts';
import { applyMoves, gradientDescent } from '../../../shared/network/moves.ts';
import { usualPolicy, type StepPolicy } from '../../../shared/network/step-policy.ts';
import { initialStepSizes, nextStepSizes } from '../../../shared/network/steps.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { modest, RUNS } from './random-network.ts';

const TOPOLOGY = createTopology({
  sizes: [2, 4, 1],
  hidden: 'tanh',
  output: 'tanh',
  loss: 'half-squared-error',
});
const ADAPTIVE: StepPolicy = {
  kind: 'adaptive',
  size: 0.3,
  grow: 1.2,
  shrink: 0.5,
  smallest: 0.1,
  largest: 0.5,
};

describe('step sizes', () => {
  it('start the same for everybody', () => {
    for (const kind of ['fixed', 'cooling', 'adaptive'] as const) {
      expect(initialStepSizes(usualPolicy(kind, 0.3), TOPOLOGY)).toEqual(new Float64Array(17).fill(0.3));
    }
  });

  it('stay as they are when the policy is fixed', () => {
    expect([...nextStepSizes(usualPolicy('fixed', 0.3), [0.3, 0.2], [1, -1], [1, 1])]).toEqual([0.3, 0.2]);
  });

  it('cool down round after round, to a smallest', () => {
    const policy: StepPolicy = { kind: 'cooling', size: 0.4, factor: 0.5, smallest: 0.15 };
    const once = nextStepSizes(policy, [0.4], [0], [0]);
    expect([...once]).toEqual([0.2]);
    expect([...nextStepSizes(policy, once, [0], [0])]).toEqual([0.15]);
  });

  it('grow while a weight’s direction holds, halve when it flips, and wait while it rests', () => {
    const sizes = nextStepSizes(
      ADAPTIVE,
      [0.3, 0.3, 0.3, 0.3, 0.3],
      [0.1, -0.2, 0.1, 0, 0.1],
      [0.2, -0.1, -0.1, 0.1, 0],
    );
    expect([...sizes]).toEqual([0.36, 0.36, 0.15, 0.3, 0.3]);
  });

  it('tell a flip even of moves so small that their product would vanish', () => {
    expect([...nextStepSizes(ADAPTIVE, [0.3], [1e-200], [-1e-200])]).toEqual([0.15]);
  });

  it('never leave the policy’s bounds, however long a class keeps on', () => {
    const moves = fc.array(fc.array(modest(1), { minLength: 3, maxLength: 3 }), { maxLength: 30 });
    fc.assert(
      fc.property(moves, (rounds) => {
        let sizes: readonly number[] = [0.3, 0.3, 0.3];
        let before: readonly number[] = [0, 0, 0];
        for (const round of rounds) {
          sizes = [...nextStepSizes(ADAPTIVE, sizes, before, round)];
          before = round;
          expect(sizes.every((size) => size >= 0.1 && size <= 0.5)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('a step', () => {
  it('moves each weight by its multiple of its own step size', () => {
    const step = applyMoves([1, 2, 3], [0.5, 0.25, 1], [2, -1, 0]);
    expect(step).toEqual({
      parameters: Float64Array.of(2, 1.75, 3),
      moves: Float64Array.of(1, -0.25, 0),
      bounded: [],
    });
  });

  it('stops at the bound and tells how far each weight really went', () => {
    const step = applyMoves([29, -29, PARAMETER_LIMIT, 29], [2, 2, 2, 1], [1, -1, 1, 1]);
    expect([...step.parameters]).toEqual([30, -30, 30, 30]);
    expect([...step.moves]).toEqual([1, -1, 0, 1]);
    expect(step.bounded).toEqual([0, 1, 2]);
  });

  it('lets a weight come back from its bound', () => {
    expect(applyMoves([PARAMETER_LIMIT], [1], [-1])).toEqual({
      parameters: Float64Array.of(29),
      moves: Float64Array.of(-1),
      bounded: [],
    });
  });

  it('changes nothing it was given, and never writes −0 into the class’s history', () => {
    const parameters = Object.freeze([0, -0, 0.5]);
    const step = applyMoves(parameters, [1, 1, 1], [-0, -0, -0.5]);
    expect(step.parameters.every((value) => !Object.is(value, -0))).toBe(true);
    expect(step.moves.every((value) => !Object.is(value, -0))).toBe(true);
    expect(step.parameters).not.toBe(parameters);
  });

  it('of the autopilot goes against the gradient, as far as the learning rate says', () => {
    expect([...gradientDescent([1, 1], [2, -4], 0.25).parameters]).toEqual([0.5, 2]);
    expect(gradientDescent([0], [1], 1000).bounded).toEqual([0]);
  });
});
