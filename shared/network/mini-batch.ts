import { createRng, seedFrom } from '../math/rng.ts';

/**
 * The examples that one step of stochastic gradient descent looks at, by their index, lowest first. Every epoch
 * shuffles all examples anew and deals them out batch by batch, the last batch being what is left; so every example
 * is seen once an epoch. The same seed and step give the same batch.
 *
 * @param step counts from 0
 */
export function miniBatch(count: number, size: number, step: number, seed: number): readonly number[] {
  const perEpoch = Math.ceil(count / size);
  const rng = createRng(seedFrom('epoch', seed, Math.floor(step / perEpoch)));
  const first = (step % perEpoch) * size;
  return Array.from({ length: count }, (_, index) => ({ index, lot: rng.next() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(first, first + size)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
