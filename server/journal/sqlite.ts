import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import type { Catalogue } from './catalogue.ts';
import { JournalError, type Journal } from './journal.ts';
import { removeCopiesBefore } from './sqlite/set-aside.ts';
import type { StoreReport } from './sqlite/store-file.ts';
import { startStoreThread, type StoreThread } from './sqlite/store-thread.ts';
import { createWorkerLink, type Call } from './sqlite/worker-link.ts';

export type SqliteStore = {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  /** How the file was found, and what was lost if it was damaged: to be said at the start. */
  readonly report: StoreReport;
};

export type SqliteStoreOptions = {
  /** Made where it is missing; the file in it is `descenso.sqlite`. */
  readonly directory: string;
  /** The file was opened anew after a fault. */
  readonly onReopened?: (report: StoreReport) => void;
  /** Milliseconds since 1970, for the name of a file that is set aside. */
  readonly wallMs?: () => number;
  /** Makes the disk small, for tests: no more pages of 4 KiB than this. */
  readonly maxPages?: number;
};

/**
 * The embedded store: journal and catalogue in one SQLite file, written by a thread of its own. Closing the
 * journal closes both. Rejects where the file cannot be used at all, with SQLite's reason.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  await mkdir(options.directory, { recursive: true });
  const path = join(options.directory, 'descenso.sqlite');
  const start = (): Promise<StoreThread> =>
    startStoreThread({
      path,
      wallMs: options.wallMs ?? systemClock.wallMs,
      ...(options.maxPages === undefined ? {} : { maxPages: options.maxPages }),
    });
  const { worker, report } = await start();
  const link = createWorkerLink(worker, async () => {
    const again = await start();
    options.onReopened?.(again.report);
    return again.worker;
  });
  return {
    journal: createJournal(link.call, link.close),
    catalogue: createCatalogue(link.call, path),
    report,
  };
}

function createJournal(call: Call, close: () => Promise<void>): Journal {
  return {
    open: (session) => call('openSession', session),
    append: (session, epoch, firstVersion, events) => call('append', session, epoch, firstVersion, events),
    read: (session, fromVersion, most) => call('readEvents', session, fromVersion, most),
    delete: (session) => call('deleteEvents', session),
    sessions: () => call('journalled'),
    close,
  };
}

function createCatalogue(call: Call, path: string): Catalogue {
  return {
    addSession: (session) => call('addSession', session),
    session: (id) => call('session', id),
    sessions: () => call('sessions'),
    saveCounts: (id, counts) => call('saveCounts', id, counts),
    endSession: (id, atMs) => call('endSession', id, atMs),
    takeCode: (code, session, atMs) => call('takeCode', code, session, atMs),
    findCode: (code, atMs) => call('findCode', code, atMs),
    saveRoster: (id, roster, epoch) => call('saveRoster', id, roster, epoch),
    loadRoster: (id) => call('loadRoster', id),
    deleteNames: (id, which) => call('deleteNames', id, which),
    addToken: (hash, grant) => call('addToken', hash, grant),
    findToken: (hash) => call('findToken', hash),
    revokeTokens: (grant) => call('revokeTokens', grant),
    recordings: () => call('recordings'),
    recording: (id) => call('recording', id),
    changeLabel: (id, change) => call('changeLabel', id, change),
    saveSummary: (id, summary) => call('saveSummary', id, summary),
    addImport: (file) => call('addImport', file),
    importedFile: (id) => call('importedFile', id),
    replaceImport: (id, bytes) => call('replaceImport', id, bytes),
    addShare: (share) => call('addShare', share),
    findShare: (hash, atMs) => call('findShare', hash, atMs),
    deleteShare: (recording, id) => call('deleteShare', recording, id),
    deleteRecording: (id) => call('deleteRecording', id),
    unfinishedDeletions: () => call('unfinishedDeletions'),
    finishDeletion: (id) => call('finishDeletion', id),
    deleteOldCopies: async (beforeMs) => deleteOldCopies(path, beforeMs),
  };
}

function deleteOldCopies(path: string, beforeMs: number): number {
  try {
    return removeCopiesBefore(path, beforeMs);
  } catch (error) {
    throw new JournalError('broken', error instanceof Error ? error.message : String(error));
  }
}
