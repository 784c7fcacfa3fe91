import { JournalError } from '../journal.ts';
import type { Database } from './database.ts';
import { failureOf, type Failure } from './failure.ts';
import { createOperations, OPERATION_KINDS, type OperationName, type Operations } from './operations.ts';

/** One thing asked of the store. */
export type StoreRequest = {
  readonly id: number;
  readonly name: OperationName;
  readonly values: readonly unknown[];
};

export type StoreReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure };

export type CommitLoop = {
  /** Takes part in the next commit. */
  readonly add: (request: StoreRequest) => void;
  /** Commits what waits. */
  readonly finish: () => void;
};

export type CommitLoopOptions = {
  readonly db: Database;
  readonly reply: (replies: readonly StoreReply[]) => void;
  /** Something was deleted and the deletion is on disk. The recordings are those that were told to be gone for good. */
  readonly onErased: (recordings: readonly string[]) => void;
  /** The disk did not do as it was told: this connection must not be used again. */
  readonly onDistrust: () => void;
};

type OpenFile = { readonly db: Database; readonly operations: Operations };

/**
 * Natural group commit: the next transaction holds whatever arrived while the disk was busy with the last one.
 * A timer would only add latency. Replies leave after the commit that contains what they speak of.
 */
export function createCommitLoop({ db, reply, onErased, onDistrust }: CommitLoopOptions): CommitLoop {
  const file: OpenFile = { db, operations: createOperations(db) };
  let waiting: StoreRequest[] = [];

  const run = (): void => {
    const batch = waiting;
    waiting = [];
    const writes = batch.filter((request) => OPERATION_KINDS[request.name] !== 'read');
    const reads = batch.filter((request) => OPERATION_KINDS[request.name] === 'read');
    const replies = [
      ...attempt(file, writes, commit),
      ...reads.flatMap((read) => attempt(file, [read], readOne)),
    ];
    const erasures = erased(writes, replies);
    if (erasures.length > 0) onErased(erasures.flatMap(goneForGood));
    if (replies.length > 0) reply(replies);
    if (replies.some((one) => !one.ok && one.failure.distrust)) onDistrust();
  };

  return {
    add: (request) => {
      // One turn of the loop later: until then everything that lies in the mailbox joins the same batch.
      if (waiting.push(request) === 1) setImmediate(run);
    },
    finish: run,
  };
}

/** A fault takes all that were in the same work with it. */
function attempt(
  file: OpenFile,
  requests: readonly StoreRequest[],
  work: (file: OpenFile, requests: readonly StoreRequest[]) => readonly StoreReply[],
): readonly StoreReply[] {
  if (requests.length === 0) return [];
  try {
    return work(file, requests);
  } catch (error) {
    const failure = failureOf(error);
    return requests.map(({ id }) => ({ id, ok: false, failure }));
  }
}

function commit({ db, operations }: OpenFile, requests: readonly StoreRequest[]): readonly StoreReply[] {
  try {
    db.exec('BEGIN IMMEDIATE');
    const replies = requests.map((request) => writeOne(db, operations, request));
    db.exec('COMMIT');
    return replies;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** A refusal concerns the one who asked and leaves no trace; any other error ends the whole transaction. */
function writeOne(db: Database, operations: Operations, request: StoreRequest): StoreReply {
  db.exec('SAVEPOINT one');
  try {
    const value = perform(operations, request);
    db.exec('RELEASE one');
    return { id: request.id, ok: true, value };
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    db.exec('ROLLBACK TO one; RELEASE one');
    return { id: request.id, ok: false, failure: failureOf(error) };
  }
}

function readOne({ operations }: OpenFile, requests: readonly StoreRequest[]): readonly StoreReply[] {
  return requests.map((request) => ({ id: request.id, ok: true, value: perform(operations, request) }));
}

function perform(operations: Operations, { name, values }: StoreRequest): unknown {
  // The other thread's `call` checks name and arguments against `Operations`; on the way the types are lost.
  const operation = operations[name] as (...values: readonly unknown[]) => unknown;
  return operation(...values);
}

/** What was asked to be deleted, and is. */
function erased(writes: readonly StoreRequest[], replies: readonly StoreReply[]): readonly StoreRequest[] {
  const done = new Set(replies.flatMap((reply) => (reply.ok ? [reply.id] : [])));
  return writes.filter(({ id, name }) => OPERATION_KINDS[name] === 'erase' && done.has(id));
}

/**
 * The recording that a deletion names first. Typed names go with the end of their class as a matter of course: what
 * was set aside, which may be all that is left of another class, is not given up for them.
 */
function goneForGood({ name, values: [recording, which] }: StoreRequest): readonly string[] {
  if (name === 'deleteNames' && which === 'free') return [];
  return typeof recording === 'string' ? [recording] : [];
}
