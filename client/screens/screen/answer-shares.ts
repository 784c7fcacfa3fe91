import type { OutputActivation } from '../../../shared/network/topology.ts';

/**
 * How far the network leans to each class, from 0 to 1. One answer lies on the way from the first class to the
 * second; how far it is from either is what it leans to the other.
 */
export function answerShares(output: OutputActivation, outputs: readonly number[]): readonly number[] {
  const [only = 0] = outputs;
  if (outputs.length !== 1) return outputs.map(inside);
  const isFromZero = output === 'sigmoid' || output === 'relu';
  const second = inside(isFromZero ? only : (only + 1) / 2);
  return [1 - second, second];
}

function inside(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
