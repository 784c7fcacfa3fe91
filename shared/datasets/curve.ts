import type { KindSource } from './data-set.ts';

type Point = readonly [x: number, y: number];

/** Points along a curve, each pushed off it in any direction. `at` goes along it as its argument goes from 0 to 1. */
export function curve(at: (along: number) => Point, spread: number): KindSource {
  return {
    from: 'chance',
    draw: (noise, rng) => at(rng.next()).map((coordinate) => coordinate + noise * spread * rng.normal()),
  };
}
