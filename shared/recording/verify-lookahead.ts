import type { RecordedEvent } from './recording.ts';

/** Events read as far ahead as somebody asks, and no further: a recording may hold more than memory likes. */
export type Lookahead = {
  /** The event this many after the next one; undefined after the last. */
  readonly at: (offset: number) => RecordedEvent | undefined;
  /** The next ones, which are then behind. */
  readonly take: (count: number) => readonly RecordedEvent[];
};

export function createLookahead(events: Iterable<RecordedEvent>): Lookahead {
  const source = events[Symbol.iterator]();
  let ahead: RecordedEvent[] = [];

  function readTo(count: number): void {
    while (ahead.length < count) {
      const next = source.next();
      if (next.done === true) return;
      ahead.push(next.value);
    }
  }

  return {
    at: (offset) => {
      readTo(offset + 1);
      return ahead[offset];
    },
    take: (count) => {
      readTo(count);
      const taken = ahead.slice(0, count);
      ahead = ahead.slice(count);
      return taken;
    },
  };
}
