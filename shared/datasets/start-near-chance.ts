import { seedFrom } from '../math/rng.ts';
import { evaluate } from '../network/evaluate.ts';
import { initialise } from '../network/initialise.ts';
import type { Topology } from '../network/topology.ts';
import type { Example } from './example.ts';

const STARTS_TRIED = 200;
/** A start this near to chance is as good as any. */
const NEAR_CHANCE = 0.05;

/**
 * The first of a seed's random networks that is about as good as chance, or the nearest of two hundred: for data that
 * nobody could know when the lesson was written.
 */
export function startNearChance(
  topology: Topology,
  examples: readonly Example[],
  classes: number,
  seed: number,
): readonly number[] {
  let nearest: { readonly parameters: readonly number[]; readonly distance: number } | null = null;
  for (let attempt = 0; attempt < STARTS_TRIED; attempt++) {
    const parameters = [...initialise(topology, seedFrom('start', seed, attempt))];
    const distance = Math.abs(evaluate(topology, parameters, examples).accuracy - 1 / classes);
    if (distance <= NEAR_CHANCE) return parameters;
    if (nearest === null || distance < nearest.distance) nearest = { parameters, distance };
  }
  return nearest?.parameters ?? [];
}
