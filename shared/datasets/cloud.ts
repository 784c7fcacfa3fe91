import type { Rng } from '../math/rng.ts';

/** One feature of a cloud: its middle and its spread (standard deviation). */
export type Extent = { readonly middle: number; readonly spread: number };

/** A way to draw from a normal cloud whose features know nothing of each other. */
export function cloud(extents: readonly Extent[]): (noise: number, rng: Rng) => readonly number[] {
  return (noise, rng) => extents.map(({ middle, spread }) => middle + noise * spread * rng.normal());
}
