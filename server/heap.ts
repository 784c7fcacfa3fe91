import { getHeapStatistics } from 'node:v8';

/** Above this share of the heap nobody new is let in: who is in needs the rest (faults.md, S11). */
const FULL_SHARE = 0.8;

/** Whether the process is about to run out of memory. */
export function isHeapFull(statistics: () => HeapShare = getHeapStatistics): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = statistics();
  return used > FULL_SHARE * limit;
}

type HeapShare = Pick<ReturnType<typeof getHeapStatistics>, 'used_heap_size' | 'heap_size_limit'>;
