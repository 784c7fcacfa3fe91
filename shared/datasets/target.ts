import type { OutputActivation } from '../network/topology.ts';

/**
 * What the output should say for a class, in the output's own range: one-hot for softmax, 0 or 1 for
 * sigmoid and ReLU, −1 or +1 for tanh and linear. All but softmax tell two classes apart: class 0 is the lower.
 */
export function targetOf(
  classIndex: number,
  classCount: number,
  output: OutputActivation,
): readonly number[] {
  if (output === 'softmax') return Array.from({ length: classCount }, (_, k) => (k === classIndex ? 1 : 0));
  const lower = output === 'sigmoid' || output === 'relu' ? 0 : -1;
  return [classIndex === 0 ? lower : 1];
}
