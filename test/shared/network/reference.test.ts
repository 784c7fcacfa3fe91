import { describe, expect, it } from 'vitest';
import { startBackward, stepBackward } from '../../../shared/network/backward-machine.ts';
import { backward } from '../../../shared/network/backward.ts';
import { evaluate } from '../../../shared/network/evaluate.ts';
import { forward, forwardTrace } from '../../../shared/network/forward.ts';
import { gradientDescent } from '../../../shared/network/moves.ts';
import { curve, probe, probeAll } from '../../../shared/network/probe.ts';
import { flatten, indexOf, REFERENCE_CASES } from './reference-case.ts';

const TOLERANCE = 1e-12;
const STEP = 0.05;

describe.each(REFERENCE_CASES)('against values computed elsewhere: $id', (reference) => {
  const { topology, parameters, examples, expected } = reference;

  it('an example flows through every layer as in the reference', () => {
    for (const [index, { features }] of examples.entries()) {
      const [hidden, output] = forwardTrace(topology, parameters, features);
      expectClose(hidden?.preActivations, expected.hidden_pre_activation[index]);
      expectClose(hidden?.activations, expected.hidden_activation[index]);
      expectClose(output?.preActivations, expected.output_pre_activation[index]);
      expectClose(output?.activations, expected.output[index]);
      expectClose(forward(topology, parameters, features), expected.output[index]);
    }
  });

  it('the error and the whole gradient are those of the reference', () => {
    const { loss, gradient } = backward(topology, parameters, examples);
    expectClose([loss, evaluate(topology, parameters, examples).loss], [expected.loss, expected.loss]);
    expectClose(gradient, flatten(expected.grads));
  });

  it('opening the layers one by one shows the gradient of the reference, output layer first', () => {
    const start = startBackward(topology, parameters, examples);
    const { opened: output, next } = stepBackward(start);
    expectClose([start.loss], [expected.loss]);
    expectClose(output.gradient, [...expected.grads.W2.flat(), ...expected.grads.b2]);
    expect(next).not.toBeNull();
    if (next === null) return;
    const last = stepBackward(next);
    expectClose(last.opened.gradient, [...expected.grads.W1.flat(), ...expected.grads.b1]);
    expect(last.next).toBeNull();
  });

  it('one step of gradient descent lands where the reference lands', () => {
    const { gradient } = backward(topology, parameters, examples);
    const step = gradientDescent(parameters, gradient, 0.1);
    expectClose(step.parameters, flatten(expected['params_after_one_sgd_step_lr_0.1']));
    expectClose(
      [evaluate(topology, step.parameters, examples).loss],
      [expected['loss_after_one_sgd_step_lr_0.1']],
    );
  });

  it('every weight tried up and down gives the error of the reference', () => {
    const table = probeAll(topology, parameters, examples, STEP);
    const whatIfs = expected['what_if_delta_0.05'];
    expect(table).toHaveLength(whatIfs.length);
    for (const whatIf of whatIfs) {
      const index = indexOf(topology, whatIf.param);
      const both = [whatIf['loss_if_minus_0.05'], whatIf['loss_if_plus_0.05']];
      const alone = probe(topology, parameters, examples, index, STEP);
      const value = parameters[index] ?? 0;
      const range = { from: value - STEP, to: value + STEP, points: 3 };
      const losses = curve(topology, parameters, examples, index, range).map(({ loss }) => loss);
      expectClose([table[index]?.down ?? NaN, table[index]?.up ?? NaN], both);
      expectClose([alone.down, alone.up], both);
      expectClose(
        [losses[0] ?? NaN, losses[1] ?? NaN, losses[2] ?? NaN],
        [both[0] ?? NaN, expected.loss, both[1] ?? NaN],
      );
      expect(alone.up < alone.down ? 'up' : 'down').toBe(whatIf.direction_that_lowers_loss);
    }
  });
});

function expectClose(actual: ArrayLike<number> | undefined, expected: readonly number[] | undefined): void {
  expect(actual).toHaveLength(expected?.length ?? NaN);
  for (const [index, value] of (expected ?? []).entries()) {
    expect(Math.abs((actual?.[index] ?? NaN) - value)).toBeLessThanOrEqual(TOLERANCE);
  }
}
