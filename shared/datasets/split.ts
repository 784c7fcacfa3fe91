import { createRng, seedFrom, type Rng } from '../math/rng.ts';
import type { DrawnExample } from './data-set.ts';

/** How many examples each part of a split has. */
export type SplitSizes = {
  readonly training: number;
  readonly validation: number;
  readonly test: number;
};

export type DrawnSplit = { readonly [part in keyof SplitSizes]: readonly DrawnExample[] };

/**
 * Cuts examples in three by chance, the same way for the same seed, with the classes, and within them the
 * kinds, in every part as they are in the whole: among 60 pets a plain shuffle would now and then leave
 * three huskies to train on and twenty to be surprised by. What the sizes do not ask for is left out.
 * Throws if they ask for more than there is.
 */
export function splitExamples(
  examples: readonly DrawnExample[],
  { training, validation, test }: SplitSizes,
  seed: number,
): DrawnSplit {
  if (training + validation + test > examples.length) {
    throw new RangeError(`${training} + ${validation} + ${test} examples asked of ${examples.length}`);
  }
  const rng = createRng(seedFrom('split', seed));
  const classes = groupBy(examples, ({ classIndex }) => classIndex);
  const dealt = mergeEvenly(
    classes.map((members) =>
      mergeEvenly(groupBy(members, ({ kindIndex }) => kindIndex).map((kind) => shuffled(kind, rng))),
    ),
  );
  return {
    training: dealt.slice(0, training),
    validation: dealt.slice(training, training + validation),
    test: dealt.slice(training + validation, training + validation + test),
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): readonly (readonly Item[])[] {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Merges lists so that each is spread evenly over the whole length, its own order kept. */
function mergeEvenly<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  return lists
    .flatMap((list) => list.map((item, rank) => ({ item, place: (rank + 0.5) / list.length })))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function shuffled<Item>(items: readonly Item[], rng: Rng): readonly Item[] {
  return items
    .map((item) => ({ item, lot: rng.next() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);
}
