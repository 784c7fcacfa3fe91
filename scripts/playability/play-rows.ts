import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Row, RowPlan } from './row.ts';

/** Plays all rows in so many threads, the longest first; answers in the rows' order. */
export async function playRows(
  plans: readonly RowPlan[],
  workers: number,
  told: (played: number) => void,
): Promise<readonly Row[]> {
  const rows = new Map<RowPlan, Row>();
  const waiting = [...plans].sort((one, other) => other.seats - one.seats);
  const nextOne = (): RowPlan | undefined => waiting.shift();
  await Promise.all(
    Array.from({ length: Math.min(workers, plans.length) }, () =>
      work(nextOne, (plan, row) => {
        rows.set(plan, row);
        told(rows.size);
      }),
    ),
  );
  return plans.flatMap((plan) => rows.get(plan) ?? []);
}

/** One thread, until nothing waits any more. */
async function work(
  next: () => RowPlan | undefined,
  played: (plan: RowPlan, row: Row) => void,
): Promise<void> {
  const worker = new Worker(new URL('./worker-from-sources.mjs', import.meta.url));
  try {
    for (let plan = next(); plan !== undefined; plan = next()) played(plan, await ask(worker, plan));
  } finally {
    await worker.terminate();
  }
}

/** The answer to one plan: what the thread says next, or why it fell. */
async function ask(worker: Worker, plan: RowPlan): Promise<Row> {
  const answer = once(worker, 'message');
  worker.postMessage(plan);
  const [row] = (await answer) as [Row]; // worker.ts posts nothing else
  return row;
}
