import type { Rng } from '../../shared/math/rng.ts';

/** Time that passes only when somebody runs what is due. What is due in the same millisecond goes in a drawn order. */
export type Scheduler = {
  /** Milliseconds since the simulation began. */
  readonly nowMs: () => number;
  /** Runs a task once, so many milliseconds from now. Returns what takes that back. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Runs the next task and all that it leads to without waiting. False when nothing is left. */
  readonly step: () => Promise<boolean>;
  readonly steps: () => number;
};

type Due = { readonly atMs: number; readonly draw: number; readonly task: () => void; cancelled: boolean };

export function createScheduler(rng: Rng): Scheduler {
  const heap: Due[] = [];
  let nowMs = 0;
  let steps = 0;

  return {
    nowMs: () => nowMs,
    steps: () => steps,
    after: (ms, task) => {
      const due: Due = {
        atMs: nowMs + Math.max(0, Math.round(ms)),
        draw: rng.next(),
        task,
        cancelled: false,
      };
      push(heap, due);
      return () => {
        due.cancelled = true;
      };
    },
    step: async () => {
      let due = pop(heap);
      while (due?.cancelled === true) due = pop(heap);
      if (due === undefined) return false;
      nowMs = due.atMs;
      steps += 1;
      due.task();
      await everythingAwaited();
      return true;
    },
  };
}

/** What a task awaited, and what was put off with `setImmediate`, is done before this resolves. */
function everythingAwaited(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function isBefore(one: Due, other: Due): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.draw < other.draw);
}

/** A binary heap (Williams, 1964), the earliest first. */
function push(heap: Due[], due: Due): void {
  let place = heap.length;
  heap.push(due);
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(due, parent)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = due;
}

function pop(heap: Due[]): Due | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    const [one, other] = [heap[left], heap[left + 1]];
    if (one === undefined) break;
    const [child, under] = other !== undefined && isBefore(other, one) ? [other, left + 1] : [one, left];
    if (!isBefore(child, last)) break;
    heap[place] = child;
    place = under;
  }
  heap[place] = last;
  return first;
}
