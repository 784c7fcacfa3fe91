import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../server/journal/catalogue.ts';
import type { NewImport, NewShareRecord } from '../../server/journal/shelves.ts';
import type { Journal } from '../../server/journal/journal.ts';
import type { Summary } from '../../shared/recording/summary.ts';
import { seatNumber, sessionId, type SessionId } from '../../shared/session/ids.ts';
import { EMPTY_ROSTER, withName } from '../../shared/session/roster.ts';
import { refused } from './journal-contract.ts';

export type CatalogueUnderTest = {
  readonly catalogue: Catalogue;
  /** Of the same store. */
  readonly journal: Pick<Journal, 'open'>;
  /** Ends everything and forgets what was kept. */
  readonly dispose: () => Promise<void>;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const SUMMARY: Summary = {
  rounds: 12,
  seats: 27,
  bots: 3,
  durationMs: 2_400_000,
  lossFirst: 0.51,
  lossLast: 0.1234567890123456,
  accuracyFirst: 0.5,
  accuracyLast: 0.925,
  stages: ['guess', 'probe'],
};

/** What every catalogue promises, whatever it is made of. */
export function describeCatalogue(name: string, create: () => Promise<CatalogueUnderTest>): void {
  describe(`the catalogue on ${name}`, () => {
    let under: CatalogueUnderTest;
    let catalogue: Catalogue;
    let ada: SessionId;
    let bea: SessionId;
    let tests = 0;
    beforeAll(async () => {
      under = await create();
      catalogue = under.catalogue;
    });
    /** One store for all; each test has classes, codes and hashes of its own. */
    beforeEach(() => {
      tests += 1;
      [ada, bea] = [sessionId(own('ada')), sessionId(own('bea'))];
    });
    afterAll(() => under.dispose());

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
      const known = (await catalogue.sessions()).filter(({ id }) => id === ada || id === bea);
      expect(known).toEqual([
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

    it('takes no names from who had the class before somebody else opened it', async () => {
      const former = (await under.journal.open(ada)).epoch;
      const named = withName(EMPTY_ROSTER, seatNumber(1), { name: 'Nutria', free: false });
      await catalogue.saveRoster(ada, named, former);
      const { epoch } = await under.journal.open(ada);
      const late = withName(named, seatNumber(2), { name: 'Tapir', free: false });
      await refused('fenced', catalogue.saveRoster(ada, late, former));
      expect(await catalogue.loadRoster(ada)).toEqual(named);
      await catalogue.saveRoster(ada, late, epoch);
      expect(await catalogue.loadRoster(ada)).toEqual(late);
    });

    it('deletes typed names, or all, and says what is left', async () => {
      const named = withName(
        withName(EMPTY_ROSTER, seatNumber(1), { name: 'Nutria curiosa', free: false }),
        seatNumber(2),
        { name: 'Filomena Zapatero', free: true },
      );
      await catalogue.saveRoster(ada, named);
      const left = await catalogue.deleteNames(ada, 'free');
      expect([...left.names]).toEqual([[1, { name: 'Nutria curiosa', free: false }]]);
      expect(left.version).toBe(3);
      expect(await catalogue.loadRoster(ada)).toEqual(left);
      expect((await catalogue.deleteNames(ada, 'all')).names.size).toBe(0);
      expect((await catalogue.loadRoster(ada)).names.size).toBe(0);
    });

    it('leaves no roster behind where there were no names to delete', async () => {
      expect((await catalogue.deleteNames(bea, 'all')).names.size).toBe(0);
      expect(await catalogue.loadRoster(bea)).toEqual(EMPTY_ROSTER);
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

    const share = (recording: string, expiresAtMs: number | null = null): NewShareRecord => ({
      id: own('share'),
      recording,
      hash: own('hash-of-share'),
      createdAtMs: 5_000,
      expiresAtMs,
    });
    const file = (): NewImport => ({
      id: own('import'),
      lesson: 'xor',
      language: 'en',
      startedAtMs: 1_000,
      importedAtMs: 9_000,
      hasNames: true,
      label: { title: 'Brought from another school', tags: ['2027'], bookmarks: [] },
      summary: SUMMARY,
      bytes: Uint8Array.from({ length: 70_000 }, (_, index) => index % 251),
    });
    const recordings = async () => {
      const owned = new Set<string>([ada, bea, own('import')]);
      return (await catalogue.recordings()).filter(({ id }) => owned.has(id));
    };

    it('keeps every class as a recording from its opening, and says since when it has been at rest', async () => {
      await addClass(ada, own('CODE22'), 1_000);
      await addClass(bea, own('CODE33'), 2_000);
      await catalogue.endSession(ada, 5_000);
      const common = {
        source: 'class',
        lesson: 'pets',
        language: 'es',
        label: { title: null, tags: [], bookmarks: [] },
        summary: null,
        hasNames: false,
        shares: [],
      };
      expect(await recordings()).toEqual([
        { ...common, id: bea, state: 'open', startedAtMs: 2_000, keptSinceMs: null },
        { ...common, id: ada, state: 'ended', startedAtMs: 1_000, keptSinceMs: 5_000 },
      ]);
      expect(await catalogue.recording(bea)).toEqual((await recordings())[0]);
      expect(await catalogue.recording('nobody')).toBeNull();
    });

    it('knows whether a recording has names', async () => {
      await addClass(ada, own('CODE22'), 1_000);
      await catalogue.saveRoster(ada, withName(EMPTY_ROSTER, seatNumber(1), { name: 'Nutria', free: false }));
      expect((await catalogue.recording(ada))?.hasNames).toBe(true);
      await catalogue.deleteNames(ada, 'all');
      expect((await catalogue.recording(ada))?.hasNames).toBe(false);
    });

    it('writes some of a label and leaves the rest, in any script', async () => {
      await addClass(ada, own('CODE22'), 0);
      const bookmarks = [{ version: 87, label: '¡Aquí bajó el error! 🐣' }];
      await catalogue.changeLabel(ada, { title: 'Ñandúes, <b>3º B</b>', bookmarks });
      expect(await catalogue.changeLabel(ada, { tags: ['李雷', '"x"'] })).toEqual({
        title: 'Ñandúes, <b>3º B</b>',
        tags: ['李雷', '"x"'],
        bookmarks,
      });
      await catalogue.changeLabel(ada, { title: null });
      expect((await catalogue.recording(ada))?.label).toEqual({
        title: null,
        tags: ['李雷', '"x"'],
        bookmarks,
      });
      expect(await catalogue.changeLabel('nobody', { title: 'a ghost' })).toBeNull();
      expect(await catalogue.recording('nobody')).toBeNull();
    });

    it('keeps what a list says of a class, exactly, beside its label', async () => {
      await addClass(ada, own('CODE22'), 0);
      await catalogue.changeLabel(ada, { title: 'One' });
      await catalogue.saveSummary(ada, SUMMARY);
      await catalogue.changeLabel(ada, { title: 'Two' });
      expect(await catalogue.recording(ada)).toMatchObject({ summary: SUMMARY, label: { title: 'Two' } });
      await catalogue.saveSummary('nobody', SUMMARY);
      expect(await catalogue.recording('nobody')).toBeNull();
    });

    it('keeps a file that was brought in byte for byte, beside the classes', async () => {
      await addClass(ada, own('CODE22'), 2_000);
      await catalogue.addImport(file());
      const { bytes, importedAtMs, ...said } = file();
      expect(await recordings()).toMatchObject([
        { id: ada },
        { ...said, source: 'import', state: 'ended', keptSinceMs: importedAtMs, shares: [] },
      ]);
      expect(Buffer.from((await catalogue.importedFile(own('import'))) ?? []).equals(bytes)).toBe(true);
      expect(await catalogue.importedFile(ada)).toBeNull();
    });

    it('puts bytes without names in place of an import', async () => {
      await catalogue.addImport(file());
      await catalogue.replaceImport(own('import'), Uint8Array.of(1, 2, 3));
      expect([...((await catalogue.importedFile(own('import'))) ?? [])]).toEqual([1, 2, 3]);
      expect((await catalogue.recording(own('import')))?.hasNames).toBe(false);
      await catalogue.replaceImport('nobody', Uint8Array.of(1));
      expect(await catalogue.importedFile('nobody')).toBeNull();
    });

    it('finds the recording that a share opens, until it expires or is taken back', async () => {
      await addClass(ada, own('CODE22'), 0);
      await catalogue.addImport(file());
      expect(await catalogue.addShare(share(ada, 10_000))).toBe(true);
      const forEver = { ...share(own('import')), id: own('second'), hash: own('second-hash') };
      expect(await catalogue.addShare(forEver)).toBe(true);
      expect(await catalogue.findShare(own('hash-of-share'), 9_999)).toBe(ada);
      expect(await catalogue.findShare(own('hash-of-share'), 10_000)).toBeNull();
      expect(await catalogue.findShare(own('second-hash'), Number.MAX_SAFE_INTEGER)).toBe(own('import'));
      expect(await catalogue.findShare('a guess', 0)).toBeNull();
      expect((await catalogue.recording(ada))?.shares).toEqual([
        { id: own('share'), createdAtMs: 5_000, expiresAtMs: 10_000 },
      ]);
      expect(await catalogue.deleteShare(ada, own('second'))).toBe(false);
      expect(await catalogue.deleteShare(own('import'), own('second'))).toBe(true);
      expect(await catalogue.findShare(own('second-hash'), 0)).toBeNull();
    });

    it('gives no share of a recording that is not there', async () => {
      expect(await catalogue.addShare(share('nobody'))).toBe(false);
      expect(await catalogue.findShare(own('hash-of-share'), 0)).toBeNull();
    });

    it('forgets a class whole, and says of which the events are still to be deleted', async () => {
      await addClass(ada, own('CODE22'), 0);
      await catalogue.addToken(own('hash'), { role: 'screen', session: ada });
      await catalogue.saveRoster(ada, withName(EMPTY_ROSTER, seatNumber(1), { name: 'Nutria', free: false }));
      await catalogue.changeLabel(ada, { title: 'One' });
      await catalogue.saveSummary(ada, SUMMARY);
      await catalogue.addShare(share(ada));
      await catalogue.deleteRecording(ada);
      expect(await catalogue.session(ada)).toBeNull();
      expect(await recordings()).toEqual([]);
      expect(await catalogue.findCode(own('CODE22'), 0)).toBeNull();
      expect(await catalogue.findToken(own('hash'))).toBeNull();
      expect(await catalogue.findShare(own('hash-of-share'), 0)).toBeNull();
      expect(await catalogue.loadRoster(ada)).toEqual(EMPTY_ROSTER);
      expect(await catalogue.unfinishedDeletions()).toContain(ada);
      await catalogue.deleteRecording(ada);
      await catalogue.finishDeletion(ada);
      expect(await catalogue.unfinishedDeletions()).not.toContain(ada);
    });

    it('forgets an import whole, of which the journal has nothing', async () => {
      await catalogue.addImport(file());
      await catalogue.addShare(share(own('import')));
      await catalogue.deleteRecording(own('import'));
      expect(await recordings()).toEqual([]);
      expect(await catalogue.importedFile(own('import'))).toBeNull();
      expect(await catalogue.findShare(own('hash-of-share'), 0)).toBeNull();
      expect(await catalogue.unfinishedDeletions()).not.toContain(own('import'));
    });

    it('deletes one and leaves the others alone', async () => {
      await addClass(ada, own('CODE22'), 0);
      await addClass(bea, own('CODE33'), 0);
      await catalogue.changeLabel(bea, { title: 'Stays' });
      await catalogue.addShare(share(bea));
      await catalogue.deleteRecording(ada);
      expect(await recordings()).toMatchObject([{ id: bea, label: { title: 'Stays' }, shares: [{}] }]);
      expect(await catalogue.findShare(own('hash-of-share'), 0)).toBe(bea);
    });
  });
}
