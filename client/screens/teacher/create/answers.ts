import type { LossName, OutputActivation } from '../../../../shared/network/topology.ts';

export const LOSSES: readonly LossName[] = [
  'half-squared-error',
  'binary-cross-entropy',
  'categorical-cross-entropy',
];

/** Which outputs go with a loss, the usual one first. */
export function outputsFor(loss: LossName): readonly OutputActivation[] {
  switch (loss) {
    case 'half-squared-error':
      return ['tanh', 'sigmoid', 'linear', 'relu'];
    case 'binary-cross-entropy':
      return ['sigmoid'];
    case 'categorical-cross-entropy':
      return ['softmax'];
  }
}
