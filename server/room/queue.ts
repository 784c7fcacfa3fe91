import type { Entry } from './entry.ts';

/** Commands in the order they came, up to a bound. */
export type Queue = {
  readonly size: () => number;
  /** False where there is no place left. */
  readonly add: (entry: Entry) => boolean;
  readonly take: (most: number) => readonly Entry[];
  /** Back to the front, before everything that came since. */
  readonly putBack: (entries: readonly Entry[]) => void;
};

export function createQueue(most: number): Queue {
  let waiting: Entry[] = [];
  return {
    size: () => waiting.length,
    add: (entry) => {
      if (waiting.length >= most) return false;
      waiting.push(entry);
      return true;
    },
    take: (count) => waiting.splice(0, count),
    putBack: (entries) => {
      waiting = [...entries, ...waiting];
    },
  };
}
