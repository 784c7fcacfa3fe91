import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionId } from '../../shared/session/ids.ts';
import { JournalError, type Journal, type JournalFailure } from '../../server/journal/journal.ts';

export type JournalUnderTest = {
  readonly journal: Journal;
  /** Another process's view of the same store. */
  readonly another: () => Promise<Journal>;
  /** Ends everything and forgets what was kept. */
  readonly dispose: () => Promise<void>;
};

/** What every journal promises, whatever it is made of. */
export function describeJournal(name: string, create: () => Promise<JournalUnderTest>): void {
  describe(`the journal on ${name}`, () => {
    const ada = sessionId('ada');
    let under: JournalUnderTest;
    let journal: Journal;

    beforeEach(async () => {
      under = await create();
      journal = under.journal;
    });
    afterEach(() => under.dispose());

    it('gives a new class an epoch and nothing to replay', async () => {
      expect(await journal.open(ada)).toEqual({ epoch: 1, events: [] });
    });

    it('replays what happened, in order, to whoever opens the class again', async () => {
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, ['{"type":"opened"}', '{"type":"joined"}']);
      await journal.append(ada, epoch, 3, ['{"type":"nudged"}']);
      const again = await journal.open(ada);
      expect(again.epoch).toBe(2);
      expect(again.events).toEqual([
        { version: 1, epoch: 1, json: '{"type":"opened"}' },
        { version: 2, epoch: 1, json: '{"type":"joined"}' },
        { version: 3, epoch: 1, json: '{"type":"nudged"}' },
      ]);
    });

    it('keeps each event text exactly: accents, emoji, long doubles', async () => {
      const texts = [
        '{"n":"Ñandú curioso 🐣"}',
        '{"w":0.1234567890123456789e-300}',
        `{"long":"${'x'.repeat(100_000)}"}`,
      ];
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, texts);
      expect((await journal.read(ada, 1)).map(({ json }) => json)).toEqual(texts);
    });

    it('reads from any version on without opening', async () => {
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, ['1', '2', '3']);
      expect((await journal.read(ada, 3)).map(({ version }) => version)).toEqual([3]);
      expect(await journal.read(ada, 4)).toEqual([]);
      await journal.append(ada, epoch, 4, ['4']);
    });

    it('reads a long class piece by piece', async () => {
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, ['1', '2', '3', '4', '5']);
      expect((await journal.read(ada, 1, 2)).map(({ json }) => json)).toEqual(['1', '2']);
      expect((await journal.read(ada, 3, 2)).map(({ version }) => version)).toEqual([3, 4]);
      expect((await journal.read(ada, 5, 2)).map(({ version }) => version)).toEqual([5]);
      expect(await journal.read(ada, 6, 2)).toEqual([]);
    });

    it('keeps two classes apart', async () => {
      const bea = sessionId('bea');
      await journal.open(ada);
      await journal.open(bea);
      await Promise.all([journal.append(ada, 1, 1, ['"ada"']), journal.append(bea, 1, 1, ['"bea"'])]);
      expect((await journal.read(ada, 1)).map(({ json }) => json)).toEqual(['"ada"']);
      expect((await journal.read(bea, 1)).map(({ json }) => json)).toEqual(['"bea"']);
    });

    it('takes 300 nudges offered in the same moment, all and in order', async () => {
      const { epoch } = await journal.open(ada);
      const texts = Array.from({ length: 300 }, (_, index) => `{"nudge":${index}}`);
      await Promise.all(texts.map((text, index) => journal.append(ada, epoch, index + 1, [text])));
      expect((await journal.read(ada, 1)).map(({ json }) => json)).toEqual(texts);
    });

    it('refuses a former owner once another has opened the class', async () => {
      const other = await under.another();
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, ['"mine"']);
      const { epoch: later } = await other.open(ada);
      expect(later).toBeGreaterThan(epoch);
      await refused('fenced', journal.append(ada, epoch, 2, ['"too late"']));
      await other.append(ada, later, 2, ['"theirs"']);
      expect((await journal.read(ada, 1)).map(({ json }) => json)).toEqual(['"mine"', '"theirs"']);
      await other.close();
    });

    it('refuses whoever never opened the class', async () => {
      await refused('fenced', journal.append(ada, 1, 1, ['"stranger"']));
    });

    it('refuses a version that is not the next one, and a refusal changes nothing', async () => {
      const { epoch } = await journal.open(ada);
      await refused('out-of-step', journal.append(ada, epoch, 2, ['"a gap"']));
      await journal.append(ada, epoch, 1, ['"first"']);
      await refused('out-of-step', journal.append(ada, epoch, 1, ['"another first"']));
      expect((await journal.read(ada, 1)).map(({ json }) => json)).toEqual(['"first"']);
    });

    it('knows a repeated append whose answer was lost, and adds it once', async () => {
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, ['"first"', '"second"']);
      await journal.append(ada, epoch, 1, ['"first"', '"second"']);
      expect(await journal.read(ada, 1)).toHaveLength(2);
    });

    it('lets the refusal of one class concern no other that wrote in the same moment', async () => {
      const bea = sessionId('bea');
      await journal.open(ada);
      await journal.open(bea);
      const good = journal.append(bea, 1, 1, ['"bea"']);
      await refused('fenced', journal.append(ada, 7, 1, ['"stranger"']));
      await good;
      expect(await journal.read(bea, 1)).toHaveLength(1);
    });

    it('lists the classes it keeps and how long they are', async () => {
      const bea = sessionId('bea');
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, ['1', '2']);
      await journal.open(ada);
      await journal.open(bea);
      expect([...(await journal.sessions())].sort((one, other) => one.version - other.version)).toEqual([
        { session: bea, epoch: 1, version: 0 },
        { session: ada, epoch: 2, version: 2 },
      ]);
    });

    it('forgets a class on demand, and leaves the others alone', async () => {
      const bea = sessionId('bea');
      for (const session of [ada, bea]) {
        const { epoch } = await journal.open(session);
        await journal.append(session, epoch, 1, ['1', '2']);
      }
      await journal.delete(ada);
      expect((await journal.sessions()).map(({ session }) => session)).toEqual([bea]);
      expect(await journal.read(ada, 1)).toEqual([]);
      expect(await journal.read(bea, 1)).toHaveLength(2);
      expect((await journal.open(ada)).events).toEqual([]);
      await journal.delete(sessionId('nobody'));
    });

    it('takes nothing more from whoever still has a deleted class open', async () => {
      const { epoch } = await journal.open(ada);
      await journal.append(ada, epoch, 1, ['1']);
      await journal.delete(ada);
      await refused('fenced', journal.append(ada, epoch, 2, ['2']));
      expect(await journal.read(ada, 1)).toEqual([]);
      expect(await journal.sessions()).toEqual([]);
    });

    it('finishes what was asked before it closes, and refuses what comes after', async () => {
      const { epoch } = await journal.open(ada);
      const last = journal.append(ada, epoch, 1, ['"last"']);
      await journal.close();
      await last;
      await refused('closed', journal.append(ada, epoch, 2, ['"after"']));
      const other = await under.another();
      expect(await other.read(ada, 1)).toHaveLength(1);
      await other.close();
    });
  });
}

/** Expects a journal's refusal with its reason. */
export async function refused(reason: JournalFailure, asked: Promise<unknown>): Promise<void> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(JournalError);
  expect(error).toMatchObject({ reason });
}
