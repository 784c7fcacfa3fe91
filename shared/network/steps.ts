import type { Numbers } from './bounds.ts';
import type { StepPolicy } from './step-policy.ts';
import type { Topology } from './topology.ts';

/** The step sizes a stage starts with: one per parameter. */
export function initialStepSizes(policy: StepPolicy, topology: Topology): Float64Array {
  return new Float64Array(topology.parameterCount).fill(policy.size);
}

/**
 * The step sizes of the next round, from those of this one, how far each parameter moved in the round before
 * and how far in this. A parameter that stayed where it was in either keeps its adaptive size.
 */
export function nextStepSizes(
  policy: StepPolicy,
  sizes: Numbers,
  previousMoves: Numbers,
  moves: Numbers,
): Float64Array {
  return Float64Array.from(sizes, (size, index) => {
    switch (policy.kind) {
      case 'fixed':
        return size;
      case 'cooling':
        return Math.max(policy.smallest, size * policy.factor);
      case 'adaptive': {
        const agreement = Math.sign(previousMoves[index] ?? 0) * Math.sign(moves[index] ?? 0);
        const factor = agreement > 0 ? policy.grow : agreement < 0 ? policy.shrink : 1;
        return Math.min(policy.largest, Math.max(policy.smallest, size * factor));
      }
    }
  });
}
