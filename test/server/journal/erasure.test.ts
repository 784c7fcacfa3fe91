import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newToken, hashToken } from '../../../server/auth/tokens.ts';
import { openForReading } from '../../../server/journal/sqlite/database.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/journal/sqlite.ts';
import { createRng, seedFrom } from '../../../shared/math/rng.ts';
import { seatNumber, sessionId, type SessionId } from '../../../shared/session/ids.ts';
import { copyOf, temporaryFolder, withStore, type TemporaryFolder } from './temporary-store.ts';
import { tracesAfterAMinute, tracesOf } from './traces.ts';

const ROUNDS = 120;
/** Longer than the minute that a deletion may take. */
const PATIENCE_MS = 90_000;
const CLASSES = ['ada', 'bea', 'caro', 'dora', 'eva'].map((name) =>
  sessionId(`${name}-${'x'.repeat(21 - name.length)}`),
);
const [ADA, BEA] = [CLASSES[0] ?? sessionId(''), CLASSES[1] ?? sessionId('')];

/** Everything of a class that one would know it by. */
function marksOf(id: SessionId): readonly string[] {
  return [
    id,
    `Filomena of ${id}`,
    `title of ${id}`,
    `tag of ${id}`,
    `bookmark of ${id}`,
    `CODE-${id}`,
    hashToken(`teacher of ${id}`),
    hashToken(`share of ${id}`),
    `event 1 of ${id}`,
    `event ${ROUNDS} of ${id}`,
  ];
}

/** Classes that played at the same time, so that their rows lie beside each other on every page of the file. */
async function playAll({ journal, catalogue }: SqliteStore): Promise<void> {
  const rng = createRng(seedFrom('erasure'));
  for (const id of CLASSES) {
    await catalogue.takeCode(`CODE-${id}`, id, 0);
    await journal.open(id);
    await catalogue.addToken(hashToken(`teacher of ${id}`), { role: 'teacher', session: id });
    await catalogue.addSession({ id, lesson: 'pets', language: 'es', createdAtMs: 0 });
  }
  for (let round = 1; round <= ROUNDS; round += 1) {
    const written = CLASSES.flatMap((id) => {
      // A few events are as long as a session's first, which holds all the data: they spill over several pages.
      const padding = 'p'.repeat(rng.below(round % 20 === 1 ? 9_000 : 300));
      const event = JSON.stringify({ text: `event ${round} of ${id}`, padding });
      const name = { name: `Filomena of ${id}`, free: true };
      const roster = { version: round, names: new Map([[seatNumber(1 + rng.below(30)), name]]) };
      const names = round % 7 === 0 ? [catalogue.saveRoster(id, roster)] : [];
      return [journal.append(id, 1, round, [event]), ...names];
    });
    await Promise.all(written);
  }
  for (const id of CLASSES) {
    const bookmarks = [{ version: 3, label: `bookmark of ${id}` }];
    await catalogue.changeLabel(id, { title: `title of ${id}`, tags: [`tag of ${id}`], bookmarks });
    const hash = hashToken(`share of ${id}`);
    await catalogue.addShare({
      id: newToken('seat'),
      recording: id,
      hash,
      createdAtMs: 0,
      expiresAtMs: null,
    });
    await catalogue.endSession(id, 1);
  }
}

async function remove({ journal, catalogue }: SqliteStore, id: SessionId): Promise<void> {
  await catalogue.deleteRecording(id);
  await journal.delete(id);
  await catalogue.finishDeletion(id);
}

/** The classes are played once; every test gets a copy. */
let played: TemporaryFolder;
beforeAll(async () => {
  played = temporaryFolder();
  await withStore({ directory: played.path }, playAll);
});
afterAll(() => played.remove());

describe('what was deleted', { timeout: PATIENCE_MS }, () => {
  let folder: TemporaryFolder;
  let store: SqliteStore;
  beforeEach(async () => {
    folder = copyOf(played);
    store = await openSqliteStore({ directory: folder.path });
  });
  afterEach(async () => {
    await store.journal.close();
    folder.remove();
  });

  it('is nowhere in the raw files, whatever it was; and the others are all there (R6)', async () => {
    for (const id of CLASSES) {
      for (const mark of marksOf(id)) expect(tracesOf([mark], folder.path), mark).not.toEqual([]);
    }
    await remove(store, ADA);
    expect(await tracesAfterAMinute(marksOf(ADA), folder.path)).toEqual([]);
    for (const mark of marksOf(BEA)) expect(tracesOf([mark], folder.path), mark).not.toEqual([]);
    expect(await store.journal.read(BEA, 1)).toHaveLength(ROUNDS);
    await remove(store, BEA);
    expect(await tracesAfterAMinute(marksOf(BEA), folder.path)).toEqual([]);
  });

  it('is gone where it was a file that had been brought in', async () => {
    const marks = ['import-of-a-neighbour', 'its title', 'its very content'];
    await store.catalogue.addImport({
      id: 'import-of-a-neighbour',
      lesson: 'pets',
      language: 'es',
      startedAtMs: 0,
      importedAtMs: 1,
      label: { title: 'its title', tags: [], bookmarks: [] },
      summary: {
        rounds: 0,
        seats: 0,
        bots: 0,
        durationMs: 0,
        lossFirst: 1,
        lossLast: 1,
        accuracyFirst: 0,
        accuracyLast: 0,
        stages: [],
      },
      hasNames: false,
      bytes: Buffer.from('its very content '.repeat(50_000)),
    });
    for (const mark of marks) expect(tracesOf([mark], folder.path), mark).not.toEqual([]);
    await store.catalogue.deleteRecording('import-of-a-neighbour');
    expect(await tracesAfterAMinute(marks, folder.path)).toEqual([]);
  });

  it('is gone where it was names alone, and the class is whole', async () => {
    await store.catalogue.deleteNames(ADA, 'all');
    expect(await tracesAfterAMinute([`Filomena of ${ADA}`], folder.path)).toEqual([]);
    expect(await store.journal.read(ADA, 1)).toHaveLength(ROUNDS);
    expect(tracesOf([`Filomena of ${BEA}`], folder.path)).not.toEqual([]);
  });

  it('is gone once a reader lets go that was looking at the file, and nobody waits for that reader', async () => {
    const reader = openForReading(folder.file);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM events').get();
    const startMs = performance.now();
    await remove(store, ADA);
    await store.journal.append(BEA, 1, ROUNDS + 1, ['"goes on"']);
    expect(performance.now() - startMs).toBeLessThan(4_000);
    expect(tracesOf(marksOf(ADA), folder.path)).not.toEqual([]);
    reader.exec('ROLLBACK');
    expect(await tracesAfterAMinute(marksOf(ADA), folder.path)).toEqual([]);
  });

  it('is gone when the server starts again that was killed before it could tidy up', async () => {
    const reader = openForReading(folder.file);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM events').get();
    await remove(store, ADA);
    // The files as a kill would leave them: deleted in the log, with everything still in the file beside it.
    const left = temporaryFolder();
    for (const suffix of ['', '-wal'])
      writeFileSync(`${left.file}${suffix}`, readFileSync(`${folder.file}${suffix}`));
    reader.exec('ROLLBACK');
    expect(tracesOf(marksOf(ADA), left.path)).not.toEqual([]);
    const next = await openSqliteStore({ directory: left.path });
    expect(await tracesAfterAMinute(marksOf(ADA), left.path)).toEqual([]);
    expect(await next.journal.read(BEA, 1)).toHaveLength(ROUNDS);
    await next.journal.close();
    left.remove();
  });
});

describe('a damaged file that was set aside', { timeout: PATIENCE_MS }, () => {
  const [EARLY_MS, LATE_MS] = [Date.UTC(2026, 10, 23, 12), Date.UTC(2026, 10, 24, 12)];
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = copyOf(played);
  });
  afterEach(() => folder.remove());

  /** Opens the store after one bit of it has rotted, so that the file is set aside. */
  async function afterDamage(wallMs: number): Promise<SqliteStore> {
    const bytes = readFileSync(folder.file);
    const at = bytes.indexOf(`event 9 of ${BEA}`) + 3;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(folder.file, bytes);
    const store = await openSqliteStore({ directory: folder.path, wallMs: () => wallMs });
    expect(store.report.kind).toBe('salvaged');
    return store;
  }

  it('goes with the recording that is deleted, for it may still hold it', async () => {
    const store = await afterDamage(EARLY_MS);
    const marks = marksOf(ADA);
    expect(tracesOf(marks, folder.path).some((trace) => trace.includes('.damaged-'))).toBe(true);
    await remove(store, ADA);
    expect(await tracesAfterAMinute(marks, folder.path)).toEqual([]);
    await store.journal.close();
  });

  it('goes with the names that are deleted, and stays for typed names that end with their class', async () => {
    const store = await afterDamage(EARLY_MS);
    const aside = () =>
      tracesOf([`Filomena of ${ADA}`], folder.path).filter((trace) => trace.includes('.damaged-'));
    await store.catalogue.deleteNames(ADA, 'free');
    expect(aside()).toHaveLength(1);
    await store.catalogue.deleteNames(ADA, 'all');
    expect(await tracesAfterAMinute([`Filomena of ${ADA}`], folder.path)).toEqual([]);
    await store.journal.close();
  });

  it('stays where it says nothing of what is deleted, and goes by its age', async () => {
    const store = await afterDamage(EARLY_MS);
    expect(await store.catalogue.recording(ADA)).toMatchObject({
      label: { title: `title of ${ADA}`, bookmarks: [{ version: 3 }] },
      shares: [{ expiresAtMs: null }],
    });
    const later = sessionId('a-class-after-the-damage');
    await store.catalogue.addSession({ id: later, lesson: 'pets', language: 'es', createdAtMs: LATE_MS });
    await remove(store, later);
    expect(tracesOf(marksOf(ADA), folder.path).some((trace) => trace.includes('.damaged-'))).toBe(true);
    expect(await store.catalogue.deleteOldCopies(EARLY_MS)).toBe(0);
    expect(await store.catalogue.deleteOldCopies(LATE_MS)).toBe(1);
    expect(tracesOf(marksOf(ADA), folder.path).some((trace) => trace.includes('.damaged-'))).toBe(false);
    expect(tracesOf(marksOf(ADA), folder.path)).not.toEqual([]);
    await store.journal.close();
  });
});
