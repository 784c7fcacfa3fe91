import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { finishMove, putInPlace, type StoreReport } from './store-file.ts';
import type { FirstWord, StoreTask, ToStore } from './worker-messages.ts';

export type StoreThread = { readonly worker: Worker; readonly report: StoreReport };

export type StoreThreadOptions = {
  readonly path: string;
  readonly wallMs: () => number;
  readonly maxPages?: number;
};

/**
 * Starts a thread that serves the file. One that exists is looked over first; a damaged one is salvaged and set
 * aside. Files are moved while no thread has them open. Rejects where the file cannot be used at all.
 */
export async function startStoreThread({ path, wallMs, maxPages }: StoreThreadOptions): Promise<StoreThread> {
  finishMove(path, wallMs());
  // It reads its program while another looks the file over, and does not touch the file before the word.
  const worker = launch({ task: 'serve', path, ...(maxPages === undefined ? {} : { maxPages }) });
  const serving = firstWord(worker, 'serving');
  // Whatever fails first is what the caller hears of.
  serving.catch(() => undefined);
  try {
    const report = await makeFit(path, wallMs);
    worker.postMessage({ kind: 'open' } satisfies ToStore);
    await serving;
    return { worker, report };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

async function makeFit(path: string, wallMs: () => number): Promise<StoreReport> {
  if (!existsSync(path)) return { kind: 'new' };
  const { damage } = await outcome({ task: 'look', path }, 'looked');
  if (damage === null) return { kind: 'sound' };
  const { salvage } = await outcome({ task: 'salvage', path }, 'salvaged');
  return { kind: 'salvaged', damage, setAside: putInPlace(path, wallMs()), salvage };
}

type Word<Kind extends FirstWord['kind']> = Extract<FirstWord, { kind: Kind }>;

/** What a thread found, once it has ended and let go of the file. */
async function outcome<Kind extends FirstWord['kind']>(task: StoreTask, kind: Kind): Promise<Word<Kind>> {
  const worker = launch(task);
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const word = await firstWord(worker, kind);
  await ended;
  return word;
}

/** An error before the first word is what the thread could not do. */
async function firstWord<Kind extends FirstWord['kind']>(worker: Worker, kind: Kind): Promise<Word<Kind>> {
  const words: readonly FirstWord[] = await once(worker, 'message');
  const word = words.find((candidate): candidate is Word<Kind> => candidate.kind === kind);
  if (word === undefined)
    throw new Error(`the store's thread began with ${words[0]?.kind} instead of ${kind}`);
  return word;
}

function launch(task: StoreTask): Worker {
  return new Worker(program(), { workerData: task });
}

/** Built, the thread's program lies beside this one; from the sources it brings the loader that runs TypeScript. */
function program(): URL {
  const built = new URL('./sqlite-worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('../sqlite-worker-from-sources.mjs', import.meta.url);
}
