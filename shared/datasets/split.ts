import { createRng, seedFrom } from '../math/rng.ts';
import type { DrawnExample } from './data-set.ts';
import { shuffled } from './shuffled.ts';

/** More would not be told apart on a screen, and every figure is computed over all of them. */
export const EXAMPLES_PER_PART_MOST = 500;

/** How many examples each part of a split has. */
export type SplitSizes = {
  readonly training: number;
  readonly validation: number;
  readonly test: number;
};

export type DrawnSplit = { readonly [part in keyof SplitSizes]: readonly DrawnExample[] };

/** Three in five to learn from, one to look at between rounds, one for the end; as many as a screen can show. */
export function usualSizes(count: number): SplitSizes {
  const fresh = Math.round(count / 5);
  const atMost = (size: number): number => Math.min(EXAMPLES_PER_PART_MOST, size);
  return { training: atMost(count - 2 * fresh), validation: atMost(fresh), test: atMost(fresh) };
}

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
