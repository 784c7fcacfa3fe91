import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { amountsTo } from './mixtures.ts';
import { rowOf, type Measured, type Row, type RowPlan } from './row.ts';

/** Plays all rows in so many threads, the longest first; answers in the rows' order. What is the same is played once. */
export async function playRows(
  plans: readonly RowPlan[],
  workers: number,
  told: (played: number, of: number) => void,
): Promise<readonly Row[]> {
  const measured = new Map<string, Measured>();
  const different = new Map(plans.map((plan) => [keyOf(plan), asPlayed(plan)]));
  const waiting = [...different.values()].sort((one, other) => other.seats - one.seats);
  await Promise.all(
    Array.from({ length: Math.min(workers, waiting.length) }, () =>
      work(
        () => waiting.shift(),
        (plan, answer) => {
          measured.set(keyOf(plan), answer);
          told(measured.size, different.size);
        },
      ),
    ),
  );
  return plans.flatMap((plan) => {
    const answer = measured.get(keyOf(plan));
    return answer === undefined ? [] : [rowOf(plan, answer)];
  });
}

/** The plan of the classes a row amounts to. */
function asPlayed(plan: RowPlan): RowPlan {
  return { ...plan, mixture: amountsTo(plan.mixture, plan.kind) };
}

function keyOf(plan: RowPlan): string {
  return JSON.stringify(asPlayed(plan));
}

/** One thread, until nothing waits any more. */
async function work(
  next: () => RowPlan | undefined,
  played: (plan: RowPlan, answer: Measured) => void,
): Promise<void> {
  const worker = new Worker(new URL('./worker-from-sources.mjs', import.meta.url));
  try {
    for (let plan = next(); plan !== undefined; plan = next()) played(plan, await ask(worker, plan));
  } finally {
    await worker.terminate();
  }
}

/** The answer to one plan: what the thread says next, or why it fell. */
async function ask(worker: Worker, plan: RowPlan): Promise<Measured> {
  const answer = once(worker, 'message');
  worker.postMessage(plan);
  const [measured] = (await answer) as [Measured]; // worker.ts posts nothing else
  return measured;
}
