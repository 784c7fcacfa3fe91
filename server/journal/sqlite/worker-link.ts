import type { Worker } from 'node:worker_threads';
import { JournalError } from '../journal.ts';
import type { StoreReply } from './commit-loop.ts';
import type { OperationName, Operations } from './operations.ts';
import type { StoreReport } from './store-file.ts';
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

export type WorkerLinkOptions = {
  readonly start: () => Worker;
  readonly onOpened: (report: StoreReport) => void;
};

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: JournalError) => void;
};

/**
 * A line to the store's thread. Should the thread die, whatever waited is refused as `broken` (it may be asked
 * again: a repeated append is known for one) and the next call starts a new one.
 */
export function createWorkerLink({ start, onOpened }: WorkerLinkOptions): WorkerLink {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let worker: Worker | null = null;
  let closing: Promise<void> | null = null;

  const lose = (lost: Worker, why: string): void => {
    if (worker !== lost) return;
    worker = null;
    const refused = [...waiting.values()];
    waiting.clear();
    for (const { reject } of refused) reject(new JournalError('broken', why));
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = start();
    started.on('message', (message: FromStore) => {
      if (message.kind === 'opened') onOpened(message.report);
      if (message.kind === 'replies') for (const reply of message.replies) settle(waiting, reply);
    });
    started.on('error', (error: unknown) =>
      lose(started, error instanceof Error ? error.message : String(error)),
    );
    started.on('exit', () => lose(started, "the store's thread has ended"));
    worker = started;
    return started;
  };

  const post = (target: Worker, message: ToStore): void => target.postMessage(message);

  const call: Call = (name, ...values) => {
    if (closing !== null) return Promise.reject(new JournalError('closed', 'the store is closed'));
    return new Promise((resolve, reject) => {
      lastId += 1;
      // The thread answers `name` with what `Operations` says it returns; on the way the type is lost.
      waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject });
      post(running(), { kind: 'request', request: { id: lastId, name, values } });
    });
  };

  return {
    call,
    close: () => {
      closing ??= new Promise((resolve) => {
        if (worker === null) return resolve();
        worker.once('exit', () => resolve());
        post(worker, { kind: 'close' });
      });
      return closing;
    },
  };
}

function settle(waiting: Map<number, Waiting>, reply: StoreReply): void {
  const asked = waiting.get(reply.id);
  waiting.delete(reply.id);
  if (asked === undefined) return;
  if (reply.ok) asked.resolve(reply.value);
  else asked.reject(new JournalError(reply.failure.reason, reply.failure.message));
}
