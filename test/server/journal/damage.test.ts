import { copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRng, seedFrom } from '../../../shared/math/rng.ts';
import { sessionId } from '../../../shared/session/ids.ts';
import { findDamage } from '../../../server/journal/sqlite/damage.ts';
import { openDatabase, openDraft, type Database } from '../../../server/journal/sqlite/database.ts';
import { createOperations, type Operations } from '../../../server/journal/sqlite/operations.ts';
import type { Salvage } from '../../../server/journal/sqlite/salvage.ts';
import { salvagedPath, salvageFile, type StoreReport } from '../../../server/journal/sqlite/store-file.ts';
import { refused } from '../../contracts/journal-contract.ts';
import { copyOf, temporaryFolder, withStore, type TemporaryFolder } from './temporary-store.ts';

const MIDDAY_MS = Date.UTC(2026, 10, 23, 12);
const wallMs = () => MIDDAY_MS;
const ASIDE = 'descenso.sqlite.damaged-2026-11-23T12-00-00Z';
const [ADA, BEA, CARO] = [sessionId('ada'), sessionId('bea'), sessionId('caro')];
const SESSIONS = [ADA, BEA, CARO];
const EVENTS = 60;

function eventText(session: string, version: number): string {
  return JSON.stringify({ session, version, padding: 'x'.repeat(200) });
}

/** Three classes of 60 events each, one commit an event, as a class leaves them. */
function fill(db: Database): void {
  const operations = createOperations(db);
  for (const id of SESSIONS) {
    db.exec('BEGIN');
    operations.takeCode(`CODE-${id}`, id, MIDDAY_MS);
    operations.addSession({ id, lesson: 'pets', language: 'es', createdAtMs: MIDDAY_MS });
    operations.openSession(id);
    db.exec('COMMIT');
  }
  for (let version = 1; version <= EVENTS; version += 1) {
    for (const id of SESSIONS) {
      db.exec('BEGIN');
      operations.append(id, 1, version, [eventText(id, version)]);
      db.exec('COMMIT');
    }
  }
}

type LookedOver = {
  readonly damage: string | null;
  readonly salvage: Salvage | null;
  readonly operations: Operations;
};

/** Looks a file over as a starting server does, in this thread, where a test can afford hundreds of them. */
function lookOver(file: string): LookedOver {
  const damage = findDamage(file);
  if (damage === null) return { damage, salvage: null, operations: createOperations(openDatabase(file, {})) };
  const salvage = salvageFile(file);
  return { damage, salvage, operations: createOperations(openDraft(salvagedPath(file))) };
}

/** Every class is whole, or named among the damaged, and shows nothing that did not happen. */
function expectNothingSilent({ damage, salvage, operations }: LookedOver): void {
  const named = salvage?.damaged.map(({ session }) => session) ?? [];
  const logCut = damage?.includes('log beside the file') ?? false;
  const nothingLeft = salvage !== null && salvage.saved.length + salvage.damaged.length === 0;
  for (const id of SESSIONS) {
    const events = operations.readEvents(id, 1);
    expect(events.map(({ json }) => json)).toEqual(events.map((_, index) => eventText(id, index + 1)));
    if (events.length < EVENTS && !nothingLeft && !logCut) expect(named).toContain(id);
  }
}

/** The same file with one byte changed. */
function withFlippedBit(bytes: Buffer, at: number, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
  return flipped;
}

describe('a damaged file, when the server starts', () => {
  let played: TemporaryFolder;
  let folder: TemporaryFolder;
  beforeAll(async () => {
    played = temporaryFolder();
    await withStore({ directory: played.path }, async ({ journal, catalogue }) => {
      for (const id of SESSIONS) {
        await catalogue.takeCode(`CODE-${id}`, id, MIDDAY_MS);
        const { epoch } = await journal.open(id);
        const texts = Array.from({ length: EVENTS }, (_, index) => eventText(id, index + 1));
        await journal.append(id, epoch, 1, texts);
        await catalogue.addSession({ id, lesson: 'pets', language: 'es', createdAtMs: MIDDAY_MS });
      }
    });
  });
  afterAll(() => played.remove());
  beforeEach(() => {
    folder = copyOf(played);
  });
  afterEach(() => folder.remove());

  it('is set aside untouched; the classes that hold together go on and the others are named and closed', async () => {
    const whole = readFileSync(folder.file);
    const bytes = withFlippedBit(whole, whole.indexOf(eventText(BEA, 40)) + 60, 0);
    writeFileSync(folder.file, bytes);
    await withStore({ directory: folder.path, wallMs }, async ({ journal, catalogue, report }) => {
      expect(report).toEqual({
        kind: 'salvaged',
        damage: 'events of 1 session(s) do not hold together',
        setAside: `${folder.path}/${ASIDE}`,
        salvage: {
          saved: [ADA, CARO],
          damaged: [{ session: BEA, lesson: 'pets', code: 'CODE-bea', eventsKept: 39, eventsLost: 21 }],
        },
      });
      expect(await catalogue.session(ADA)).toMatchObject({ state: 'open', code: 'CODE-ada' });
      expect(await catalogue.session(BEA)).toMatchObject({ state: 'damaged' });
      expect((await journal.open(ADA)).events).toHaveLength(EVENTS);
      await refused('damaged', journal.open(BEA));
      expect(await journal.read(BEA, 1)).toHaveLength(39);
    });
    expect(readFileSync(`${folder.path}/${ASIDE}`).equals(bytes)).toBe(true);
    await withStore({ directory: folder.path }, async ({ report }) =>
      expect(report).toEqual({ kind: 'sound' }),
    );
  });

  it('that is no database at all gives a new one, and says so', async () => {
    writeFileSync(folder.file, 'this was somebody’s homework '.repeat(500));
    await withStore({ directory: folder.path }, async ({ catalogue, report }) => {
      expect(report).toMatchObject({ kind: 'salvaged', salvage: { saved: [], damaged: [] } });
      expect(await catalogue.sessions()).toEqual([]);
    });
  });

  it('of which nothing is left is not taken for a new one', async () => {
    truncateSync(folder.file, 0);
    await withStore({ directory: folder.path }, async ({ report }) => expect(report.kind).toBe('salvaged'));
  });

  it('whose salvage was cut short in mid-move is finished at the next start', async () => {
    copyFileSync(folder.file, salvagedPath(folder.file));
    writeFileSync(folder.file, 'half moved');
    await withStore({ directory: folder.path, wallMs }, async ({ journal }) => {
      expect(await journal.read(CARO, 1)).toHaveLength(EVENTS);
    });
    expect(readdirSync(folder.path).sort()).toEqual(['descenso.sqlite', ASIDE]);
  });

  it('is left alone, and the start refused, when a newer version of the program has written it', async () => {
    openDatabase(folder.file, {}).exec('PRAGMA user_version = 99');
    await expect(withStore({ directory: folder.path }, async () => null)).rejects.toThrow(/newer version/u);
    expect(readdirSync(folder.path)).toContain('descenso.sqlite');
  });
});

describe('damage anywhere in the file', () => {
  let folder: TemporaryFolder;
  let whole: Buffer;
  beforeAll(() => {
    folder = temporaryFolder();
    const db = openDatabase(folder.file, {});
    fill(db);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    whole = readFileSync(folder.file);
  });
  afterAll(() => folder.remove());

  it('is not found where there is none', () => {
    const looked = lookOver(folder.file);
    expect(looked.damage).toBeNull();
    expectNothingSilent(looked);
  });

  it('never loses a class in silence, wherever the file is cut off', () => {
    const rng = createRng(seedFrom('truncated'));
    for (let trial = 0; trial < 25; trial += 1) {
      const file = `${folder.file}-cut-${trial}`;
      writeFileSync(file, whole.subarray(0, rng.below(whole.length)));
      expectNothingSilent(lookOver(file));
    }
  });

  it('never shows a class an event that did not happen, whichever bit turns', () => {
    const rng = createRng(seedFrom('flipped'));
    for (let trial = 0; trial < 60; trial += 1) {
      const file = `${folder.file}-flipped-${trial}`;
      // Every third in the first page, which holds the file's own description.
      const at = rng.below(trial % 3 === 0 ? 4096 : whole.length);
      writeFileSync(file, withFlippedBit(whole, at, rng.below(8)));
      try {
        expectNothingSilent(lookOver(file));
      } catch (error) {
        throw new Error(`byte ${at} in trial ${trial}`, { cause: error });
      }
    }
  });
});

describe('the log that a killed server leaves beside the file', () => {
  let folder: TemporaryFolder;
  let crashed: string;
  let log: Buffer;
  beforeAll(() => {
    folder = temporaryFolder();
    fill(openDatabase(folder.file, {}));
    crashed = `${folder.file}-crashed`;
    copyFileSync(folder.file, crashed);
    log = readFileSync(`${folder.file}-wal`);
  });
  afterAll(() => folder.remove());

  function crashedWith(bytes: Uint8Array, trial: string): string {
    const file = `${crashed}-${trial}`;
    copyFileSync(crashed, file);
    writeFileSync(`${file}-wal`, bytes);
    return file;
  }

  it('is no damage when its last write is torn: nobody was told that it was done', () => {
    for (const cut of [1, 23, 24, 25, 100, 4095, 4119]) {
      const looked = lookOver(crashedWith(log.subarray(0, log.length - cut), `cut-${cut}`));
      expect(looked.damage).toBeNull();
      expect(looked.operations.readEvents(ADA, 1)).toHaveLength(EVENTS);
      expect(looked.operations.readEvents(CARO, 1)).toHaveLength(EVENTS - 1);
    }
  });

  it('is noticed when a bit turns in its middle, though SQLite would drop what follows without a word', () => {
    const rng = createRng(seedFrom('log'));
    for (let trial = 0; trial < 20; trial += 1) {
      const at = rng.below(Math.floor(log.length * 0.8));
      const looked = lookOver(crashedWith(withFlippedBit(log, at, rng.below(8)), `flipped-${trial}`));
      expect(looked.damage, `byte ${at}`).toContain('log beside the file');
      expectNothingSilent(looked);
    }
  });

  it('is looked over without a change to file or log', () => {
    const file = crashedWith(log, 'whole');
    const before = readFileSync(file);
    expect(findDamage(file)).toBeNull();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
  });
});

it('a file that rots while the class plays is looked over and salvaged without a restart', async () => {
  const folder = temporaryFolder();
  const reports: StoreReport[] = [];
  await withStore(
    { directory: folder.path, onReopened: (report) => reports.push(report) },
    async ({ journal }) => {
      const { epoch } = await journal.open(ADA);
      // More than SQLite keeps in memory, and deleting moves it from the log into the file.
      const texts = Array.from({ length: 16_000 }, (_, index) => eventText(ADA, index + 1));
      await journal.append(ADA, epoch, 1, texts);
      await journal.delete(BEA);
      const pages = readFileSync(folder.file);
      writeFileSync(
        folder.file,
        Buffer.concat([pages.subarray(0, 4096), Buffer.alloc(pages.length - 4096, 0xab)]),
      );
      await refused('broken', journal.read(ADA, 1));
      const fresh = sessionId('after');
      await journal.open(fresh);
      await journal.append(fresh, 1, 1, ['"the next class can play"']);
      expect(reports).toMatchObject([{ kind: 'salvaged' }]);
    },
  );
  folder.remove();
});
