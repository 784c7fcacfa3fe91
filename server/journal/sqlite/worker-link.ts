import type { Worker } from 'node:worker_threads';
import { JournalError } from '../journal.ts';
import type { StoreReply } from './commit-loop.ts';
import type { OperationName, Operations } from './operations.ts';
import type { FromStore, ToStore } from './worker-messages.ts';

/** Asks the store's thread for an operation by name, and waits until what it did is on disk. */
export type Call = <Name extends OperationName>(
  name: Name,
  ...values: Parameters<Operations[Name]>
) => Promise<ReturnType<Operations[Name]>>;

export type WorkerLink = {
  readonly call: Call;
  /** Commits what was asked before and ends the thread. */
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: JournalError) => void;
};

/** A thread, what it was asked and has not answered, and its end. */
type Line = {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  readonly ended: Promise<void>;
};

/**
 * A line to the store's thread. A thread ends by itself when the disk fails it; whatever waited is then refused
 * as `broken` (it may be asked again: a repeated append is known for one) and the next call starts a new one,
 * once the old one has let go of the file.
 */
export function createWorkerLink(first: Worker, start: () => Promise<Worker>): WorkerLink {
  let lastId = 0;
  let current: Line | null = null;
  let ending: Promise<unknown> = Promise.resolve();
  let running: Promise<Line> | null = Promise.resolve(attach(first));
  let closing: Promise<void> | null = null;

  function attach(worker: Worker): Line {
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    const line: Line = { worker, waiting: new Map(), ended };
    worker.on('message', (message: FromStore) => {
      if (message.kind !== 'replies') return;
      if (message.replies.some((reply) => !reply.ok && reply.failure.distrust)) leave(line);
      for (const reply of message.replies) settle(line.waiting, reply);
    });
    worker.once('error', (error) => lose(line, reasonOf(error)));
    worker.once('exit', () => lose(line, "the store's thread has ended"));
    current = line;
    return line;
  }

  /** Asks this thread nothing more. */
  function leave(line: Line): void {
    if (current !== line) return;
    current = null;
    running = null;
    ending = line.ended;
  }

  function lose(line: Line, why: string): void {
    leave(line);
    for (const { reject } of line.waiting.values()) reject(new JournalError('broken', why));
    line.waiting.clear();
  }

  async function line(): Promise<Line> {
    running ??= ending.then(start).then(attach);
    try {
      return await running;
    } catch (error) {
      running = null;
      throw new JournalError('broken', reasonOf(error));
    }
  }

  const call: Call = async (name, ...values) => {
    if (closing !== null) throw new JournalError('closed', 'the store is closed');
    const { worker, waiting } = await line();
    return await new Promise((resolve, reject) => {
      lastId += 1;
      // The thread answers `name` with what `Operations` says it returns; on the way the type is lost.
      waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
      post(worker, { kind: 'request', request: { id: lastId, name, values } });
    });
  };

  return {
    call,
    close: () => {
      closing ??= end(running, ending);
      return closing;
    },
  };
}

async function end(running: Promise<Line> | null, ending: Promise<unknown>): Promise<void> {
  const line = await running?.catch(() => null);
  if (line === null || line === undefined) {
    await ending;
    return;
  }
  post(line.worker, { kind: 'close' });
  await line.ended;
}

function post(worker: Worker, message: ToStore): void {
  worker.postMessage(message);
}

function settle(waiting: Map<number, Waiting>, reply: StoreReply): void {
  const asked = waiting.get(reply.id);
  waiting.delete(reply.id);
  if (asked === undefined) return;
  if (reply.ok) asked.resolve(reply.value);
  else asked.reject(new JournalError(reply.failure.reason, reply.failure.message));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
