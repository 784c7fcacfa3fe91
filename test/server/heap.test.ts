import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const HEAP = fileURLToPath(new URL('../../server/heap.ts', import.meta.url));

/** Fills the heap of a process of its own, a megabyte at a time, until it says that it is full, and says what was used. */
const FILL = `
  import { isHeapFull } from ${JSON.stringify(HEAP)};
  import { getHeapStatistics } from 'node:v8';
  const kept = [];
  const before = isHeapFull();
  while (!isHeapFull()) kept.push(new Array(131_072).fill(0.5));
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  process.stdout.write(JSON.stringify({ before, share: used / limit }));
`;

it('a process says that it is full before it dies of it (S11)', () => {
  const said = execFileSync(
    process.execPath,
    ['--max-old-space-size=400', '--import', 'tsx', '--input-type=module', '-e', FILL],
    { encoding: 'utf8' },
  );
  const { before, share } = JSON.parse(said) as { before: boolean; share: number };
  expect(before).toBe(false);
  expect(share).toBeGreaterThan(0.8);
  expect(share).toBeLessThan(0.95);
});
