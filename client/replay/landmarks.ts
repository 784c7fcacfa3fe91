import type { TimelinePoint } from '../../shared/recording/timeline.ts';

/** The point the class stood on at this version, as an index; −1 before the first stage. */
export function pointAt(timeline: readonly TimelinePoint[], version: number): number {
  return countUpTo(timeline, ({ version: made }) => made, version) - 1;
}

/** How many of these, in ascending order, had happened at a version: a bisection, since it is asked at every frame. */
export function countUpTo<Item>(
  items: readonly Item[],
  versionOf: (item: Item) => number,
  version: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && versionOf(item) <= version) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The version at which a point stood as it was to stay: a round that was taken back, once it had been. */
export function settledAt({ version, takenBackAt }: TimelinePoint): number {
  return takenBackAt ?? version;
}

/** The first of these versions after this one; null where there is none. They ascend. */
export function versionAfter(versions: readonly number[], version: number): number | null {
  return versions[countUpTo(versions, itself, version)] ?? null;
}

/** The last of these versions before this one; null where there is none. */
export function versionBefore(versions: readonly number[], version: number): number | null {
  return versions[countUpTo(versions, itself, version - 1) - 1] ?? null;
}

function itself(version: number): number {
  return version;
}
