import { createCodeTable, type CodeTable } from './code-table.ts';
import type { Database } from './database.ts';
import { createEventTables, type EventTables } from './event-tables.ts';
import { createRosterTable, type RosterTable } from './roster-table.ts';
import { createSessionTable, type SessionTable } from './session-table.ts';
import { createTokenTable, type TokenTable } from './token-table.ts';

/** Everything the store does, by name: what travels between the threads is a name and its arguments. */
export type Operations = EventTables & SessionTable & CodeTable & RosterTable & TokenTable;
export type OperationName = keyof Operations;

/**
 * `write` takes part in the next commit; `erase` too, and afterwards what it deleted is wiped from the log
 * beside the file; `read` runs outside, so that reading goes on when the disk is full.
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
  deleteSession: 'erase',
  takeCode: 'write',
  findCode: 'read',
  saveRoster: 'write',
  loadRoster: 'read',
  deleteNames: 'erase',
  addToken: 'write',
  findToken: 'read',
  revokeTokens: 'write',
};

export function createOperations(db: Database): Operations {
  return {
    ...createEventTables(db),
    ...createSessionTable(db),
    ...createCodeTable(db),
    ...createRosterTable(db),
    ...createTokenTable(db),
  };
}
