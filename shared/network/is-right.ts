import type { Numbers } from './bounds.ts';
import type { OutputActivation } from './topology.ts';

/**
 * Whether an answer names the example's class: with softmax the largest output (the first of equals) has to be
 * the target's; otherwise every output has to lie on its target's side of the middle, which itself counts as the
 * low side.
 */
export function isRight(output: OutputActivation, answer: Numbers, target: Numbers): boolean {
  if (output === 'softmax') return largest(answer) === largest(target);
  const middle = middleOf(output);
  return answer.every((value, index) => value > middle === (target[index] ?? 0) > middle);
}

/** The class an answer, or a target, names, by its index: as `isRight` has it. */
export function classOf(output: OutputActivation, values: Numbers): number {
  if (output === 'softmax') return largest(values);
  return (values[0] ?? 0) > middleOf(output) ? 1 : 0;
}

/** Where an output changes sides: 0 between targets of ±1, ½ between targets of 0 and 1. */
export function middleOf(output: Exclude<OutputActivation, 'softmax'>): number {
  return output === 'sigmoid' || output === 'relu' ? 0.5 : 0;
}

function largest(values: Numbers): number {
  return values.indexOf(Math.max(...values));
}
