import type { NewShare, RecordingCard, RecordingPatch } from '../../shared/wire/recordings.ts';
import type { listSessions } from '../link/api.ts';
import type { ApiError, ApiFailure, ApiResult } from '../link/ask.ts';
import type * as recordings from '../link/recordings-api.ts';
import { createImports, type Imports } from './imports.svelte.ts';

/** What is known of the server's recordings. */
export type Shelf =
  | { readonly kind: 'loading' }
  /** Nothing has come yet, and it is asked for again by itself. */
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'shown';
      readonly cards: readonly RecordingCard[];
      /** The last look did not get through: this is what the one before found. */
      readonly isOld: boolean;
    };

/** The teacher's recordings. What is asked of the server resolves with the reason why it was not done, or null. */
export type Library = {
  readonly shelf: Shelf;
  /** Join codes of the classes that still play, by recording: the way back in. */
  readonly codes: ReadonlyMap<string, string>;
  readonly imports: Imports;
  readonly refresh: () => Promise<void>;
  readonly change: (id: string, patch: RecordingPatch) => Promise<ApiError | null>;
  readonly remove: (id: string) => Promise<ApiError | null>;
  readonly removeNames: (id: string) => Promise<ApiError | null>;
  readonly share: (id: string, days: number | null) => Promise<ApiResult<NewShare>>;
  readonly takeBack: (id: string, share: string) => Promise<ApiError | null>;
  readonly close: () => void;
};

export type LibraryDeps = {
  readonly key: string;
  readonly api: Pick<
    typeof recordings,
    | 'listRecordings'
    | 'importRecording'
    | 'changeRecording'
    | 'deleteRecording'
    | 'deleteRecordedNames'
    | 'shareRecording'
    | 'takeBackShare'
  > & { readonly listSessions: typeof listSessions };
  /** The server no longer takes the key. */
  readonly onlocked: (refused: ApiFailure) => void;
};

const TRY_AGAIN_MS = 3_000;

export function createLibrary({ key, api, onlocked }: LibraryDeps): Library {
  let shelf = $state.raw<Shelf>({ kind: 'loading' });
  let codes = $state.raw<ReadonlyMap<string, string>>(new Map());
  let again: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  function show(change: (cards: readonly RecordingCard[]) => readonly RecordingCard[]): void {
    if (shelf.kind === 'shown') shelf = { ...shelf, cards: change(shelf.cards) };
  }
  const put = (card: RecordingCard): void =>
    show((cards) =>
      cards.some(({ id }) => id === card.id)
        ? cards.map((one) => (one.id === card.id ? card : one))
        : [card, ...cards],
    );

  function failed(refused: ApiFailure): void {
    if (refused.error === 'wrong-key') onlocked(refused);
    else {
      shelf = shelf.kind === 'shown' ? { ...shelf, isOld: true } : { kind: 'unreachable' };
      again = setTimeout(() => void refresh(), Math.max(TRY_AGAIN_MS, refused.ms ?? 0));
    }
  }

  async function refresh(): Promise<void> {
    clearTimeout(again);
    const [listed, open] = await Promise.all([api.listRecordings(key), api.listSessions(key)]);
    if (isClosed) return;
    if (!listed.ok) {
      failed(listed);
      return;
    }
    if (open.ok) codes = new Map(open.value.sessions.map(({ session, code }) => [session, code]));
    shelf = { kind: 'shown', cards: listed.value.recordings, isOld: false };
  }

  /** What was asked for, or why not; what it did is looked up where the answer does not say. */
  async function told(asked: Promise<ApiResult<unknown>>): Promise<ApiError | null> {
    const answer = await asked;
    if (!answer.ok) return answer.error;
    await refresh();
    return null;
  }

  void refresh();

  return {
    get shelf() {
      return shelf;
    },
    get codes() {
      return codes;
    },
    imports: createImports((file, onsent) => api.importRecording(key, file, onsent), put),
    refresh,
    change: async (id, patch) => {
      const answer = await api.changeRecording(key, id, patch);
      if (!answer.ok) return answer.error;
      put(answer.value);
      return null;
    },
    remove: async (id) => {
      const answer = await api.deleteRecording(key, id);
      if (!answer.ok && answer.error !== 'not-found') return answer.error;
      show((cards) => cards.filter((card) => card.id !== id));
      return null;
    },
    removeNames: (id) => told(api.deleteRecordedNames(key, id)),
    share: async (id, days) => {
      const answer = await api.shareRecording(key, id, { days });
      if (answer.ok) await refresh();
      return answer;
    },
    takeBack: (id, share) => told(api.takeBackShare(key, id, share)),
    close: () => {
      isClosed = true;
      clearTimeout(again);
    },
  };
}
