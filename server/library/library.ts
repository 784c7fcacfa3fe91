import { sessionId } from '../../shared/session/ids.ts';
import { LIBRARY_LIMITS, type Done, type RecordingCard } from '../../shared/wire/recordings.ts';
import { recordingRefusal } from '../../shared/wire/recording-refusal.ts';
import type { SealKey } from '../auth/recording-seal.ts';
import { newId } from '../auth/new-id.ts';
import { hashToken, newToken } from '../auth/tokens.ts';
import { openClassWith, newSeed, type OpenClassDeps } from '../hall/open-class.ts';
import { unlessTheStoreFails } from '../hall/unless-the-store-fails.ts';
import type { Answer } from '../http/hall.ts';
import type { Library } from '../http/library.ts';
import type { Journal } from '../journal/journal.ts';
import type { RecordingRecord } from '../journal/shelves.ts';
import type { Cards } from './cards.ts';
import { DAY_MS } from './card.ts';
import { deleteRecording } from './delete-recording.ts';
import type { Files } from './files.ts';
import { journalPieces } from './journal-pieces.ts';
import { isAtRest } from './playing.ts';
import type { Outcome, RecordingThreads } from './recording-threads.ts';

export type LibraryDeps = OpenClassDeps & {
  readonly journal: Pick<Journal, 'read' | 'delete'>;
  readonly threads: RecordingThreads;
  readonly sealKey: SealKey;
  readonly cards: Cards;
  readonly files: Files;
};

const DONE = { ok: true, value: { done: true } } as const;
const NOT_FOUND = { ok: false, error: 'not-found' } as const;
const STILL_OPEN = { ok: false, error: 'recording-open' } as const;

/** The library as HTTP knows it, over the classes of this server and the files that were brought in. */
export function createLibrary(deps: LibraryDeps): Library {
  const { rooms, catalogue, clock, threads, cards, files } = deps;

  /** Does something with a recording that is there. */
  function withRecording<T>(
    id: string,
    work: (record: RecordingRecord) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    return unlessTheStoreFails(async () => {
      const record = await catalogue.recording(id);
      return record === null ? NOT_FOUND : work(record);
    });
  }

  /** The same for what is only done to a recording at rest. */
  function withRest<T>(
    id: string,
    work: (record: RecordingRecord) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    return withRecording(id, async (record) => (isAtRest(rooms, record) ? work(record) : STILL_OPEN));
  }

  async function cardOf(id: string): Promise<Answer<RecordingCard>> {
    const record = await catalogue.recording(id);
    const [card] = record === null ? [] : await cards([record]);
    return card === undefined ? NOT_FOUND : { ok: true, value: card };
  }

  return {
    list: () =>
      unlessTheStoreFails(async () => ({
        ok: true,
        value: { recordings: await cards(await catalogue.recordings()) },
      })),
    card: (id) => unlessTheStoreFails(() => cardOf(id)),
    opens: async (token, id) => (await catalogue.findShare(hashToken(token), clock.wallMs())) === id,
    file: (id, reader, names) => {
      if (names && reader === 'share') return Promise.resolve({ ok: false, error: 'not-allowed' });
      return withRecording(id, async (record) => {
        const outcome = await files.read(record, reader, names);
        if (!outcome.ok) return refused(outcome);
        return { ok: true, value: { bytes: outcome.result, name: fileName(record) } };
      });
    },
    bringIn: (bytes) =>
      unlessTheStoreFails(async () => {
        const outcome = await threads.onFile<'check'>({ kind: 'check', file: bytes });
        if (!outcome.ok) return refused(outcome);
        const { header, file } = outcome.result;
        const { title, tags, bookmarks, names, lesson, language, startedAtMs, summary } = header;
        const id = newId();
        await catalogue.addImport({
          id,
          lesson,
          language,
          startedAtMs,
          importedAtMs: clock.wallMs(),
          label: { title, tags, bookmarks },
          summary,
          hasNames: names !== null && names.length > 0,
          bytes: file,
        });
        return cardOf(id);
      }),
    change: (id, patch) =>
      unlessTheStoreFails(async () => {
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
        await catalogue.changeLabel(id, given);
        return cardOf(id);
      }),
    remove: (id) =>
      withRest(id, async (record) => {
        await deleteRecording(record, deps);
        files.forget(id);
        return DONE;
      }),
    removeNames: (id) => withRest(id, removeNames),
    share: (id, { days }) =>
      withRest(id, async ({ shares }) => {
        const nowMs = clock.wallMs();
        const open = shares.filter(({ expiresAtMs }) => expiresAtMs === null || expiresAtMs > nowMs);
        if (open.length >= LIBRARY_LIMITS.sharesPerRecording) return { ok: false, error: 'too-many-shares' };
        const [share, token] = [newId(), newToken('share')];
        const kept = await catalogue.addShare({
          id: share,
          recording: id,
          hash: hashToken(token),
          createdAtMs: nowMs,
          expiresAtMs: days === null ? null : nowMs + days * DAY_MS,
        });
        return kept ? { ok: true, value: { id: share, token } } : NOT_FOUND;
      }),
    takeBack: (id, share) =>
      unlessTheStoreFails(async () => ((await catalogue.deleteShare(id, share)) ? DONE : NOT_FOUND)),
    goOn: (id, version) =>
      withRecording(id, async (record) => {
        const outcome = await setupAt(record, version);
        if (!outcome.ok) return refused(outcome);
        if (outcome.result === null) return { ok: false, error: 'nothing-to-continue' };
        return openClassWith(outcome.result, deps);
      }),
  };

  async function removeNames(record: RecordingRecord): Promise<Answer<Done>> {
    const { id } = record;
    if (record.source === 'class') {
      const left = await catalogue.deleteNames(sessionId(id), 'all');
      rooms.find(sessionId(id))?.replaceRoster(left);
    } else {
      const anonymous = await files.read(record, 'teacher', false);
      if (!anonymous.ok) return refused(anonymous);
      await catalogue.replaceImport(id, anonymous.result);
    }
    files.forget(id);
    return DONE;
  }

  async function setupAt({ id, source }: RecordingRecord, version: number) {
    const seed = newSeed();
    if (source === 'class') {
      const session = sessionId(id);
      return threads.onJournal<'continue'>(
        { kind: 'continue', session, version, seed },
        journalPieces(deps.journal, session, version),
      );
    }
    const file = await catalogue.importedFile(id);
    if (file === null) throw new Error('an import is listed whose file is not there');
    return threads.onFile<'continue-file'>({ kind: 'continue-file', file, version, seed });
  }
}

function refused({ code }: Extract<Outcome<unknown>, { ok: false }>) {
  return { ok: false, error: recordingRefusal(code) } as const;
}

/** What the lesson is called in code, and the day: what people wrote is not put into a header. */
function fileName({ lesson, startedAtMs }: RecordingRecord): string {
  return `descenso-${lesson}-${new Date(startedAtMs).toISOString().slice(0, 10)}`;
}
