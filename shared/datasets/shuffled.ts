import type { Rng } from '../math/rng.ts';

/** The items in an order of chance, every order as likely. */
export function shuffled<Item>(items: readonly Item[], rng: Rng): readonly Item[] {
  return items
    .map((item) => ({ item, lot: rng.next() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);
}
