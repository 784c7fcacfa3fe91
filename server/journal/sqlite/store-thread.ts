import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { finishMove, putInPlace, type StoreReport } from './store-file.ts';
import type { FirstWord, StoreTask } from './worker-messages.ts';

export type StoreThread = { readonly worker: Worker; readonly report: StoreReport };

export type StoreThreadOptions = {
  readonly path: string;
  readonly wallMs: () => number;
  readonly maxPages?: number;
};

/**
 * Starts a thread that serves the file. A damaged file is salvaged and set aside first, by a thread of its own;
 * files are moved while no thread has them open. Rejects where the file cannot be used at all.
 */
export async function startStoreThread({ path, wallMs, maxPages }: StoreThreadOptions): Promise<StoreThread> {
  const serving: StoreTask = { task: 'serve', path, ...(maxPages === undefined ? {} : { maxPages }) };
  finishMove(path, wallMs());
  const first = await start(serving);
  if (first.word.kind === 'serving') return { worker: first.worker, report: { kind: first.word.found } };
  if (first.word.kind !== 'damaged') throw new Error(`a serving thread began with ${first.word.kind}`);
  await first.ended;
  const rescue = await start({ task: 'salvage', path });
  await rescue.ended;
  if (rescue.word.kind !== 'salvaged') throw new Error(`a salvaging thread ended with ${rescue.word.kind}`);
  const setAside = putInPlace(path, wallMs());
  const { worker } = await start(serving);
  const { damage } = first.word;
  return { worker, report: { kind: 'salvaged', damage, setAside, salvage: rescue.word.salvage } };
}

type Started = { readonly worker: Worker; readonly word: FirstWord; readonly ended: Promise<unknown> };

/** Starts a thread and waits for its first word; an error before that is what it could not do. */
async function start(task: StoreTask): Promise<Started> {
  const worker = new Worker(program(), { workerData: task });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const words: readonly FirstWord[] = await once(worker, 'message');
  const [word] = words;
  if (word === undefined) throw new Error('the store thread began without a word');
  return { worker, word, ended };
}

/** Built, the thread's program lies beside this one; from the sources it brings the loader that runs TypeScript. */
function program(): URL {
  const built = new URL('./sqlite-worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('../sqlite-worker-from-sources.mjs', import.meta.url);
}
