import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileCache } from '../../../server/library/file-cache.ts';
import { sweep } from '../../../server/library/retention.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/journal/sqlite.ts';
import { createLog } from '../../../server/log.ts';
import { createRegistry } from '../../../server/room/registry.ts';
import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import { createFakeClock, type FakeClock } from '../../helpers/fake-clock.ts';
import { temporaryFolder, type TemporaryFolder } from '../journal/temporary-store.ts';
import { tracesOf } from '../journal/traces.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const OLD = sessionId('old-class');
const NEW = sessionId('new-class');
const OPEN = sessionId('open-class');

describe('recordings that have been at rest for long', () => {
  let folder: TemporaryFolder;
  let store: SqliteStore;
  let clock: FakeClock;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await openSqliteStore({ directory: folder.path });
    clock = createFakeClock();
  });
  afterEach(async () => {
    await store.journal.close();
    folder.remove();
  });

  async function addClass(id: SessionId): Promise<void> {
    const { epoch } = await store.journal.open(id);
    await store.journal.append(id, epoch, 1, [`"what ${id} did"`]);
    // However long ago it says it began: what counts is when it came to rest here.
    await store.catalogue.addSession({ id, lesson: 'pets', language: 'es', createdAtMs: 1 });
  }

  async function sweepOnce(retentionDays: number | null): Promise<void> {
    const { journal, catalogue } = store;
    const log = createLog('silent');
    const rooms = createRegistry({ journal, catalogue, clock, log });
    const files = createFileCache(1);
    await sweep({ journal, catalogue, rooms, files, clock, log, retentionDays });
  }

  /** Sweeps, and says what is left. */
  async function sweepNow(retentionDays: number | null): Promise<readonly string[]> {
    await sweepOnce(retentionDays);
    return (await store.catalogue.recordings()).map(({ id }) => id);
  }

  it('are deleted once their days are over, with their events, and not a day before (R8)', async () => {
    for (const id of [OLD, NEW, OPEN]) await addClass(id);
    await store.catalogue.endSession(OLD, clock.wallMs());
    clock.advance(5 * DAY_MS);
    await store.catalogue.endSession(NEW, clock.wallMs());
    clock.advance(25 * DAY_MS - 1);
    expect(await sweepNow(30)).toEqual([NEW, OLD, OPEN]);
    clock.advance(1);
    expect(await sweepNow(30)).toEqual([NEW, OPEN]);
    expect(await store.journal.read(OLD, 1)).toEqual([]);
    expect(tracesOf([OLD, `what ${OLD} did`], folder.path)).toEqual([]);
    expect(await store.journal.read(NEW, 1)).toHaveLength(1);
  });

  it('are never deleted while their class is open, nor where the operator keeps all (R8)', async () => {
    for (const id of [OLD, OPEN]) await addClass(id);
    await store.catalogue.endSession(OLD, clock.wallMs());
    clock.advance(100 * 365 * DAY_MS);
    expect(await sweepNow(null)).toEqual([OLD, OPEN]);
    expect(await sweepNow(1)).toEqual([OPEN]);
  });

  it('go with what a killed process left of a deletion (R7)', async () => {
    for (const id of [OLD, NEW]) await addClass(id);
    await store.catalogue.deleteRecording(OLD);
    expect(await store.journal.read(OLD, 1)).toHaveLength(1);
    expect(await sweepNow(null)).toEqual([NEW]);
    expect(await store.journal.read(OLD, 1)).toEqual([]);
    expect(await store.catalogue.unfinishedDeletions()).toEqual([]);
  });

  it('wait for a store that does not answer', async () => {
    await addClass(OLD);
    await store.catalogue.endSession(OLD, clock.wallMs());
    clock.advance(2 * DAY_MS);
    await store.journal.close();
    await sweepOnce(1);
    store = await openSqliteStore({ directory: folder.path });
    expect(await sweepNow(1)).toEqual([]);
  });
});
