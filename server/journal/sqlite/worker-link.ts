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

/**
 * A line to the store's thread. A thread ends by itself when the disk fails it; whatever waited is then refused
 * as `broken` (it may be asked again: a repeated append is known for one) and the next call starts a new one.
 */
export function createWorkerLink(first: Worker, start: () => Promise<Worker>): WorkerLink {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let closing: Promise<void> | null = null;

  const lose = (why: string): void => {
    running = null;
    const refused = [...waiting.values()];
    waiting.clear();
    for (const { reject } of refused) reject(new JournalError('broken', why));
  };

  const attach = (worker: Worker): Worker => {
    worker.on('message', (message: FromStore) => {
      if (message.kind === 'replies') for (const reply of message.replies) settle(waiting, reply);
    });
    worker.once('error', (error) => lose(reasonOf(error)));
    worker.once('exit', () => lose("the store's thread has ended"));
    return worker;
  };
  let running: Promise<Worker> | null = Promise.resolve(attach(first));

  const thread = async (): Promise<Worker> => {
    running ??= start().then(attach);
    try {
      return await running;
    } catch (error) {
      running = null;
      throw new JournalError('broken', reasonOf(error));
    }
  };

  const call: Call = async (name, ...values) => {
    if (closing !== null) throw new JournalError('closed', 'the store is closed');
    const worker = await thread();
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
      closing ??= end(running);
      return closing;
    },
  };
}

async function end(running: Promise<Worker> | null): Promise<void> {
  const worker = await running?.catch(() => null);
  if (worker === null || worker === undefined) return;
  await new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
    post(worker, { kind: 'close' });
  });
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
