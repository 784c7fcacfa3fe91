import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { JournalLine } from '../../shared/recording/chain.ts';
import type { RecordingErrorCode } from '../../shared/recording/recording-error.ts';
import type { FileJob, FromThread, Job, JobResults, JournalJob, ToThread } from './jobs.ts';

/** What a job came to, or why what it was given is no recording to work on. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly code: RecordingErrorCode; readonly message: string };

/** The events of a session, piece by piece. */
export type Pieces = AsyncIterable<readonly JournalLine[]>;

type JobOf<Of extends Job, Kind extends Of['kind']> = Extract<Of, { readonly kind: Kind }>;

/** Works on recordings in threads of their own. Rejects where the journal cannot be read, and for bugs. */
export type RecordingThreads = {
  readonly onJournal: <Kind extends JournalJob['kind']>(
    job: JobOf<JournalJob, Kind>,
    pieces: Pieces,
  ) => Promise<Outcome<JobResults[Kind]>>;
  readonly onFile: <Kind extends FileJob['kind']>(
    job: JobOf<FileJob, Kind>,
  ) => Promise<Outcome<JobResults[Kind]>>;
};

/** One for the class that plays must be left; further jobs wait for their turn. */
const THREADS_MOST = 2;
/** What a file from elsewhere may cost before it is given up: far more than any class's does. */
const FILE_LIMITS = { heapMb: 1_024, ms: 120_000 };

export function createRecordingThreads(): RecordingThreads {
  const queue = createQueue(THREADS_MOST);
  return {
    onJournal: (job, pieces) => queue(() => feed(launch(job), pieces)),
    onFile: (job) => queue(() => withinLimits(launch(job, FILE_LIMITS.heapMb))),
  };
}

/** Runs so many at a time, the others in their order. */
function createQueue(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((turn) => waiting.push(turn));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

async function feed<Result>(worker: Worker, pieces: Pieces): Promise<Outcome<Result>> {
  const outcome = outcomeOf<Result>(worker);
  // Awaited below, after what is fed: a thread that gives up earlier is no accident that nobody looks after.
  outcome.catch(() => undefined);
  try {
    for await (const lines of pieces) post(worker, { lines, last: false });
    post(worker, { lines: [], last: true });
    return await outcome;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

/** Made to be slow or large, a file is refused for it. */
async function withinLimits<Result>(worker: Worker): Promise<Outcome<Result>> {
  const tooLarge = (message: string) => ({ ok: false, code: 'too-large', message }) as const;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome<Result>>((done) => {
    timer = setTimeout(() => done(tooLarge('it takes too long to read')), FILE_LIMITS.ms);
  });
  try {
    return await Promise.race([outcomeOf<Result>(worker), late]);
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    return tooLarge('it takes too much memory to read');
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function outcomeOf<Result>(worker: Worker): Promise<Outcome<Result>> {
  return new Promise((resolve, reject) => {
    worker.once('message', (word: FromThread) => {
      // The thread answers a job with what `JobResults` says of it; on the way the type is lost.
      if (word.kind === 'done') resolve({ ok: true, result: word.result as Result });
      else resolve({ ok: false, code: word.code, message: word.message });
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error("a recording's thread ended without an answer")));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function post(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}

function launch(job: Job, heapMb?: number): Worker {
  const limits = heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } };
  return new Worker(program(), { workerData: job, ...limits });
}

/** Built, the thread's program lies beside this one; from the sources it brings the loader that runs TypeScript. */
function program(): URL {
  const built = new URL('./recording-worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('./recording-worker-from-sources.mjs', import.meta.url);
}
