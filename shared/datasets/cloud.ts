import type { KindSource } from './data-set.ts';

/** One feature of a cloud: its middle and its spread (standard deviation). */
export type Extent = { readonly middle: number; readonly spread: number };

/** A normal cloud whose features know nothing of each other. */
export function cloud(extents: readonly Extent[]): KindSource {
  return {
    from: 'chance',
    draw: (noise, rng) => extents.map(({ middle, spread }) => middle + noise * spread * rng.normal()),
  };
}
