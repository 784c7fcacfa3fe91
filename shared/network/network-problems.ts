import type { LossName, NetworkSpec, OutputActivation } from './topology.ts';

/** The widest and deepest network a screen can still show. */
export const NETWORK_LIMITS = { layersMost: 8, neuronsPerLayerMost: 64 } as const;

/** What is wrong with a network that somebody wrote down. Layer 0 are the inputs. */
export type NetworkProblem =
  | { readonly kind: 'too-few-layers'; readonly least: number }
  | { readonly kind: 'too-many-layers'; readonly most: number }
  | { readonly kind: 'bad-layer-size'; readonly layer: number; readonly size: number; readonly most: number }
  | { readonly kind: 'softmax-needs-two-outputs' }
  | { readonly kind: 'loss-does-not-fit'; readonly loss: LossName; readonly output: OutputActivation };

/** Everything wrong with a network, or nothing. */
export function findNetworkProblems(spec: NetworkSpec): readonly NetworkProblem[] {
  return [...findSizeProblems(spec.sizes), ...findOutputProblems(spec)];
}

function findSizeProblems(sizes: readonly number[]): readonly NetworkProblem[] {
  const most = NETWORK_LIMITS.neuronsPerLayerMost;
  const problems: NetworkProblem[] = [];
  if (sizes.length < 2) problems.push({ kind: 'too-few-layers', least: 2 });
  if (sizes.length > NETWORK_LIMITS.layersMost) {
    problems.push({ kind: 'too-many-layers', most: NETWORK_LIMITS.layersMost });
  }
  for (const [layer, size] of sizes.entries()) {
    if (!Number.isInteger(size) || size < 1 || size > most) {
      problems.push({ kind: 'bad-layer-size', layer, size, most });
    }
  }
  return problems;
}

/** Each cross-entropy goes with the one output that gives it probabilities; softmax has no other loss here. */
function findOutputProblems({ sizes, output, loss }: NetworkSpec): readonly NetworkProblem[] {
  const problems: NetworkProblem[] = [];
  if (output === 'softmax' && sizes[sizes.length - 1] === 1)
    problems.push({ kind: 'softmax-needs-two-outputs' });
  if (!fits(loss, output)) problems.push({ kind: 'loss-does-not-fit', loss, output });
  return problems;
}

function fits(loss: LossName, output: OutputActivation): boolean {
  switch (loss) {
    case 'half-squared-error':
      return output !== 'softmax';
    case 'binary-cross-entropy':
      return output === 'sigmoid';
    case 'categorical-cross-entropy':
      return output === 'softmax';
  }
}
