// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordingCard } from '../../../shared/wire/recordings.ts';
import type { ApiResult } from '../../../client/link/ask.ts';
import { createLibrary, type LibraryDeps } from '../../../client/state/library.svelte.ts';
import { sampleCard } from './sample-cards.ts';

type Api = LibraryDeps['api'];
const done = <Value>(value: Value): Promise<ApiResult<Value>> => Promise.resolve({ ok: true, value });
const refused = (why: Extract<ApiResult<never>, { ok: false }>['error']): Promise<ApiResult<never>> =>
  Promise.resolve({ ok: false, error: why, ms: null });

/** A server that holds these recordings and does whatever it is asked. */
function serverWith(cards: readonly RecordingCard[], changes: Partial<Api> = {}): Api {
  return {
    listRecordings: () => done({ recordings: [...cards] }),
    listSessions: () => done({ sessions: [] }),
    importRecording: () => done(sampleCard({ id: 'imported', source: 'import' })),
    changeRecording: (_key, id, patch) =>
      done(sampleCard({ id, title: patch.title ?? null, tags: patch.tags ?? [] })),
    deleteRecording: () => done({ done: true as const }),
    deleteRecordedNames: () => done({ done: true as const }),
    shareRecording: () => done({ id: 'share', token: 'secret' }),
    takeBackShare: () => done({ done: true as const }),
    ...changes,
  };
}

const open = (api: Api, onlocked: LibraryDeps['onlocked'] = () => undefined) =>
  createLibrary({ key: 'key', api, onlocked });
const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const idsOn = ({ shelf }: ReturnType<typeof open>): readonly string[] =>
  shelf.kind === 'shown' ? shelf.cards.map(({ id }) => id) : [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the library', () => {
  it('shows what the server has, and the way back into a class that still plays', async () => {
    const session = {
      session: 'playing',
      code: 'KM47RX',
      lesson: 'pets',
      language: 'es' as const,
      createdAtMs: 0,
      seats: 3,
      rounds: 1,
    };
    const library = open(
      serverWith([sampleCard({ id: 'playing', state: 'open' })], {
        listSessions: () => done({ sessions: [session] }),
      }),
    );
    expect(library.shelf).toEqual({ kind: 'loading' });
    await settled();
    expect(idsOn(library)).toEqual(['playing']);
    expect(library.codes.get('playing')).toBe('KM47RX');
    library.close();
  });

  it('asks again by itself while the server cannot be reached, and keeps what it had', async () => {
    let isUp = false;
    const library = open(
      serverWith([], {
        listRecordings: () =>
          isUp ? done({ recordings: [sampleCard({ id: 'one' })] }) : refused('unreachable'),
      }),
    );
    await settled();
    expect(library.shelf).toEqual({ kind: 'unreachable' });
    isUp = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(idsOn(library)).toEqual(['one']);
    isUp = false;
    await library.refresh();
    expect(library.shelf).toMatchObject({ kind: 'shown', isOld: true });
    expect(idsOn(library)).toEqual(['one']);
    isUp = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(library.shelf).toMatchObject({ isOld: false });
    library.close();
  });

  it('is closed to a key that the server no longer takes', async () => {
    const locked: string[] = [];
    const api = serverWith([], { listRecordings: () => refused('wrong-key') });
    open(api, ({ error }) => locked.push(error));
    await settled();
    expect(locked).toEqual(['wrong-key']);
  });

  it('changes a title at once, and says why where it may not', async () => {
    const library = open(serverWith([sampleCard({ id: 'one' }), sampleCard({ id: 'two' })]));
    await settled();
    expect(await library.change('two', { title: 'Óptica' })).toBeNull();
    expect(library.shelf).toMatchObject({
      cards: [
        { id: 'one', title: null },
        { id: 'two', title: 'Óptica' },
      ],
    });
    library.close();

    const shut = open(serverWith([sampleCard()], { changeRecording: () => refused('store-full') }));
    await settled();
    expect(await shut.change(sampleCard().id, { title: 'Óptica' })).toBe('store-full');
    shut.close();
  });

  it('lets a deleted recording go, also where somebody else was faster', async () => {
    const library = open(
      serverWith([sampleCard({ id: 'one' }), sampleCard({ id: 'two' })], {
        deleteRecording: (_key, id) => (id === 'two' ? refused('not-found') : done({ done: true as const })),
      }),
    );
    await settled();
    expect(await library.remove('one')).toBeNull();
    expect(await library.remove('two')).toBeNull();
    expect(idsOn(library)).toEqual([]);
    library.close();
  });
});

describe('taking in files', () => {
  const file = (name: string): File => new File(['x'], name);

  it('brings them one by one, and each says how it went', async () => {
    const order: string[] = [];
    const library = open(
      serverWith([sampleCard({ id: 'one' })], {
        importRecording: async (_key, sent, onsent) => {
          const { name } = sent as File; // the page hands over what was chosen
          order.push(name);
          onsent(1);
          return name === 'lie.gz' ? refused('recording-edited') : done(sampleCard({ id: name }));
        },
      }),
    );
    await settled();
    const all = library.imports.add([file('first.gz'), file('lie.gz'), file('last.gz')]);
    expect(library.imports.list.map(({ stage }) => stage.kind)).toEqual(['waiting', 'waiting', 'waiting']);
    await all;
    expect(order).toEqual(['first.gz', 'lie.gz', 'last.gz']);
    expect(library.imports.list.map(({ stage }) => stage)).toEqual([
      { kind: 'done', id: 'first.gz' },
      { kind: 'refused', error: 'recording-edited' },
      { kind: 'done', id: 'last.gz' },
    ]);
    expect(idsOn(library)).toEqual(['last.gz', 'first.gz', 'one']);
    library.imports.forget(2);
    expect(library.imports.list.map(({ name }) => name)).toEqual(['first.gz', 'last.gz']);
    library.close();
  });

  it('tells how much of a file has gone', async () => {
    const heard: unknown[] = [];
    const library = open(
      serverWith([], {
        importRecording: async (_key, _file, onsent) => {
          onsent(0.5);
          heard.push(library.imports.list[0]?.stage);
          onsent(1);
          heard.push(library.imports.list[0]?.stage);
          return done(sampleCard());
        },
      }),
    );
    await library.imports.add([file('one.gz')]);
    expect(heard).toEqual([
      { kind: 'sending', share: 0.5 },
      { kind: 'sending', share: 1 },
    ]);
    library.close();
  });
});
