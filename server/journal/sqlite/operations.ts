import { createCodeTable, type CodeTable } from './code-table.ts';
import type { Database } from './database.ts';
import { createDeletionTable, type DeletionTable } from './deletion-table.ts';
import { createEventTables, type EventTables } from './event-tables.ts';
import { createImportTable, type ImportTable } from './import-table.ts';
import { createRosterTable, type RosterTable } from './roster-table.ts';
import { createSessionTable, type SessionTable } from './session-table.ts';
import { createShareTable, type ShareTable } from './share-table.ts';
import { createShelfTable, type ShelfTable } from './shelf-table.ts';
import { createTokenTable, type TokenTable } from './token-table.ts';

/** Everything the store does, by name: what travels between the threads is a name and its arguments. */
export type Operations = EventTables &
  SessionTable &
  CodeTable &
  RosterTable &
  TokenTable &
  ShelfTable &
  ImportTable &
  ShareTable &
  DeletionTable;
export type OperationName = keyof Operations;

/**
 * `write` takes part in the next commit; `erase` too, and afterwards what it deleted of the recording that its first
 * argument names is wiped from what lies beside the file; `read` runs outside, so that reading goes on when the disk
 * is full.
 */
export const OPERATION_KINDS: Readonly<Record<OperationName, 'read' | 'write' | 'erase'>> = {
  openSession: 'write',
  append: 'write',
  readEvents: 'read',
  deleteEvents: 'erase',
  journalled: 'read',
  addSession: 'write',
  session: 'read',
  sessions: 'read',
  saveCounts: 'write',
  endSession: 'write',
  takeCode: 'write',
  findCode: 'read',
  saveRoster: 'write',
  loadRoster: 'read',
  deleteNames: 'erase',
  addToken: 'write',
  findToken: 'read',
  revokeTokens: 'write',
  recordings: 'read',
  recording: 'read',
  changeLabel: 'write',
  saveSummary: 'write',
  addImport: 'write',
  importedFile: 'read',
  replaceImport: 'erase',
  addShare: 'write',
  findShare: 'read',
  deleteShare: 'write',
  deleteRecording: 'erase',
  unfinishedDeletions: 'read',
  finishDeletion: 'erase',
};

export function createOperations(db: Database): Operations {
  return {
    ...createEventTables(db),
    ...createSessionTable(db),
    ...createCodeTable(db),
    ...createRosterTable(db),
    ...createTokenTable(db),
    ...createShelfTable(db),
    ...createImportTable(db),
    ...createShareTable(db),
    ...createDeletionTable(db),
  };
}
