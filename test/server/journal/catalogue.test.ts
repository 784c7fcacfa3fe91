import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seatNumber, sessionId, type SessionId } from '../../../shared/session/ids.ts';
import { EMPTY_ROSTER, withName } from '../../../shared/session/roster.ts';
import type { Catalogue } from '../../../server/journal/catalogue.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/journal/sqlite.ts';
import { temporaryFolder, type TemporaryFolder } from './temporary-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('the catalogue', () => {
  let folder: TemporaryFolder;
  let store: SqliteStore;
  let catalogue: Catalogue;
  let ada: SessionId;
  let bea: SessionId;
  let tests = 0;
  beforeAll(async () => {
    folder = temporaryFolder();
    store = await openSqliteStore({ directory: folder.path });
    catalogue = store.catalogue;
  });
  /** One store for all; each test has classes, codes and hashes of its own. */
  beforeEach(() => {
    tests += 1;
    [ada, bea] = [sessionId(own('ada')), sessionId(own('bea'))];
  });
  afterAll(async () => {
    await store.journal.close();
    folder.remove();
  });

  const own = (word: string): string => `${word}-${tests}`;
  const addClass = async (id: SessionId, code: string, createdAtMs: number): Promise<void> => {
    expect(await catalogue.takeCode(code, id, createdAtMs)).toBe(true);
    await catalogue.addSession({ id, lesson: 'pets', language: 'es', createdAtMs });
  };

  it('knows the classes, the newest first, with code, state and counts', async () => {
    await addClass(ada, own('CODE22'), 1_000);
    await addClass(bea, own('CODE33'), 2_000);
    await catalogue.saveCounts(ada, { seats: 27, rounds: 12 });
    await catalogue.endSession(ada, 5_000);
    await catalogue.endSession(ada, 6_000);
    const common = { lesson: 'pets', language: 'es' };
    expect(await catalogue.sessions()).toEqual([
      {
        ...common,
        id: bea,
        createdAtMs: 2_000,
        state: 'open',
        endedAtMs: null,
        code: own('CODE33'),
        counts: { seats: 0, rounds: 0 },
      },
      {
        ...common,
        id: ada,
        createdAtMs: 1_000,
        state: 'ended',
        endedAtMs: 5_000,
        code: own('CODE22'),
        counts: { seats: 27, rounds: 12 },
      },
    ]);
    expect(await catalogue.session(sessionId('nobody'))).toBeNull();
  });

  it('gives a code to one class only, and remembers a replaced one for a day', async () => {
    await addClass(ada, own('CODE22'), 0);
    expect(await catalogue.takeCode(own('CODE22'), bea, 0)).toBe(false);
    expect(await catalogue.takeCode(own('CODE44'), ada, 1_000)).toBe(true);
    expect(await catalogue.findCode(own('CODE22'), 1_000 + DAY_MS - 1)).toEqual({
      session: ada,
      state: 'replaced',
    });
    expect(await catalogue.findCode(own('CODE44'), 1_000)).toEqual({ session: ada, state: 'current' });
    expect(await catalogue.takeCode(own('CODE22'), bea, 1_000 + DAY_MS - 1)).toBe(false);
    expect(await catalogue.findCode(own('CODE22'), 1_000 + DAY_MS)).toBeNull();
    expect(await catalogue.takeCode(own('CODE22'), bea, 1_000 + DAY_MS)).toBe(true);
  });

  it('remembers the code of an ended class for a day, so that latecomers hear why', async () => {
    await addClass(ada, own('CODE22'), 0);
    await catalogue.endSession(ada, 1_000);
    expect(await catalogue.findCode(own('CODE22'), DAY_MS)).toEqual({ session: ada, state: 'current' });
    expect(await catalogue.findCode(own('CODE22'), DAY_MS + 1_000)).toBeNull();
  });

  it('keeps the newest roster, with its names in any script', async () => {
    expect(await catalogue.loadRoster(ada)).toEqual(EMPTY_ROSTER);
    const first = withName(EMPTY_ROSTER, seatNumber(1), { name: 'Ñandú curioso', free: false });
    const second = withName(first, seatNumber(2), { name: '李雷 "x"', free: true });
    await catalogue.saveRoster(ada, second);
    await catalogue.saveRoster(ada, first);
    expect(await catalogue.loadRoster(ada)).toEqual(second);
  });

  it('deletes typed names, or all, and leaves no trace of them on the disk', async () => {
    const named = withName(
      withName(EMPTY_ROSTER, seatNumber(1), { name: 'Nutria curiosa', free: false }),
      seatNumber(2),
      { name: 'Filomena Zapatero', free: true },
    );
    await catalogue.saveRoster(ada, named);
    await catalogue.saveRoster(ada, withName(named, seatNumber(2), { name: 'Filomena Z.', free: true }));
    const left = await catalogue.deleteNames(ada, 'free');
    expect([...left.names]).toEqual([[1, { name: 'Nutria curiosa', free: false }]]);
    expect(left.version).toBe(4);
    expect(await catalogue.loadRoster(ada)).toEqual(left);
    for (const file of readdirSync(folder.path)) {
      expect(readFileSync(join(folder.path, file)).includes('Filomena'), file).toBe(false);
    }
    expect((await catalogue.deleteNames(ada, 'all')).names.size).toBe(0);
  });

  it('finds what a token allows by its hash, until it is taken back', async () => {
    const seat = { role: 'seat', session: ada, seat: seatNumber(7) } as const;
    await catalogue.addToken(own('hash-of-teacher'), { role: 'teacher', session: ada });
    await catalogue.addToken(own('hash-of-second-device'), { role: 'teacher', session: ada });
    await catalogue.addToken(own('hash-of-screen'), { role: 'screen', session: ada });
    await catalogue.addToken(own('hash-of-seat'), seat);
    await catalogue.addToken(own('hash-of-other-seat'), { ...seat, seat: seatNumber(8) });
    expect(await catalogue.findToken(own('hash-of-teacher'))).toEqual({ role: 'teacher', session: ada });
    expect(await catalogue.findToken(own('hash-of-seat'))).toEqual(seat);
    expect(await catalogue.findToken('a guess')).toBeNull();
    await catalogue.revokeTokens(seat);
    expect(await catalogue.findToken(own('hash-of-seat'))).toBeNull();
    expect(await catalogue.findToken(own('hash-of-other-seat'))).not.toBeNull();
    await catalogue.revokeTokens({ role: 'teacher', session: ada });
    expect(await catalogue.findToken(own('hash-of-second-device'))).toBeNull();
    expect(await catalogue.findToken(own('hash-of-screen'))).not.toBeNull();
  });

  it('forgets a class whole', async () => {
    await addClass(ada, own('CODE22'), 0);
    await catalogue.addToken(own('hash'), { role: 'screen', session: ada });
    await catalogue.saveRoster(
      ada,
      withName(EMPTY_ROSTER, seatNumber(1), { name: 'Nutria curiosa', free: false }),
    );
    await catalogue.deleteSession(ada);
    expect(await catalogue.session(ada)).toBeNull();
    expect(await catalogue.findCode(own('CODE22'), 0)).toBeNull();
    expect(await catalogue.findToken(own('hash'))).toBeNull();
    expect(await catalogue.loadRoster(ada)).toEqual(EMPTY_ROSTER);
  });
});
