import type { OutputActivation } from '../network/topology.ts';
import type { DrawnExample } from './data-set.ts';
import type { DataSplit, Example } from './example.ts';
import type { DrawnSplit } from './split.ts';

/** The parts of a split as a network with this output learns from them. */
export function withTargets(split: DrawnSplit, classCount: number, output: OutputActivation): DataSplit {
  const coded = (examples: readonly DrawnExample[]): readonly Example[] =>
    examples.map(({ features, classIndex }) => ({
      features,
      target: targetOf(classIndex, classCount, output),
    }));
  return {
    training: coded(split.training),
    validation: coded(split.validation),
    test: coded(split.test),
  };
}

/**
 * What the output should say for a class, in the output's own range: one-hot for softmax, 0 or 1 for
 * sigmoid and ReLU, −1 or +1 for tanh and linear. All but softmax tell two classes apart: class 0 is the lower.
 */
function targetOf(classIndex: number, classCount: number, output: OutputActivation): readonly number[] {
  if (output === 'softmax') return Array.from({ length: classCount }, (_, k) => (k === classIndex ? 1 : 0));
  const lower = output === 'sigmoid' || output === 'relu' ? 0 : -1;
  return [classIndex === 0 ? lower : 1];
}
