import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openForReading, tablesVersion } from '../../../server/journal/sqlite/database.ts';
import { TABLES_VERSION } from '../../../server/journal/sqlite/tables.ts';
import { readEvent } from '../../../server/room/stored-event.ts';
import { sessionId } from '../../../shared/session/ids.ts';
import { temporaryFolder, withStore, type TemporaryFolder } from './temporary-store.ts';

/** Written by Descenso before it had a library: one class of `xor` that ended, and one that still plays. */
const VERSION_1 = new URL('../../fixtures/store-tables-1.sqlite', import.meta.url);
const ENDED = sessionId('cPpm-6t5qyKof6Z6w42LeA');
const OPEN = sessionId('j1t5EEq4W6azkRycANTB2g');

describe('a file with the tables of version 1', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = temporaryFolder();
    copyFileSync(VERSION_1, folder.file);
  });
  afterEach(() => folder.remove());

  it('is sound, and gets what it lacks where it stands, once', async () => {
    expect(tablesVersion(openForReading(folder.file))).toBe(1);
    for (const _ of ['first opening', 'second opening']) {
      await withStore({ directory: folder.path }, async ({ report }) =>
        expect(report).toEqual({ kind: 'sound' }),
      );
      expect(tablesVersion(openForReading(folder.file))).toBe(TABLES_VERSION);
    }
  });

  it('keeps its classes, their names, codes and events, and has them as recordings', async () => {
    await withStore({ directory: folder.path }, async ({ journal, catalogue }) => {
      expect(await catalogue.recordings()).toMatchObject([
        { id: OPEN, state: 'open', source: 'class', summary: null, hasNames: true, shares: [] },
        { id: ENDED, state: 'ended', source: 'class', keptSinceMs: 1_791_189_060_200, hasNames: true },
      ]);
      expect((await catalogue.session(OPEN))?.code).toHaveLength(6);
      expect((await catalogue.loadRoster(ENDED)).names.size).toBe(3);
      const events = (await journal.read(ENDED, 1)).map(({ json }) => readEvent(json));
      expect(events).toHaveLength(31);
      expect(events[0]).toMatchObject({ type: 'session-opened', setup: { lesson: 'xor', origin: null } });
      expect(events.at(-1)).toEqual({ type: 'session-ended' });
    });
  });

  it('goes on being written, and is deleted from, as any other', async () => {
    await withStore({ directory: folder.path }, async ({ journal, catalogue }) => {
      const { epoch, events } = await journal.open(OPEN);
      await journal.append(OPEN, epoch, events.length + 1, ['"one more"']);
      await catalogue.changeLabel(ENDED, { title: 'From before' });
      await catalogue.deleteRecording(OPEN);
      await journal.delete(OPEN);
      await catalogue.finishDeletion(OPEN);
    });
    await withStore({ directory: folder.path }, async ({ catalogue }) =>
      expect(await catalogue.recordings()).toMatchObject([{ id: ENDED, label: { title: 'From before' } }]),
    );
  });
});
