import type { SeatName } from '../../shared/recording/recording.ts';
import type { ApiError, ApiResult } from '../link/ask.ts';

/** How far the report is. `Told` is what it tells. */
export type ReportState<Told> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** The file came, and is none that can be read. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'shown'; readonly told: Told };

/** Whether names stand on it: a teacher alone may ask for them, and they may be gone. */
export type NamesState =
  | { readonly kind: 'not-yours' | 'hidden' | 'asking' | 'none' }
  | { readonly kind: 'shown'; readonly names: readonly SeatName[] };

export type ReportHolder<Told> = {
  readonly state: ReportState<Told>;
  readonly names: NamesState;
  readonly showNames: (on: boolean) => Promise<void>;
  readonly retry: () => Promise<void>;
};

export type ReportDeps<Told> = {
  /** Whether whoever looks has the teacher key, and not the link of a share. */
  readonly isTeacher: boolean;
  readonly read: (names: boolean) => Promise<ApiResult<Blob>>;
  /** Reads a file. Throws for one that is no whole recording. */
  readonly tell: (file: Uint8Array) => Told;
  readonly namesIn: (file: Uint8Array) => readonly SeatName[] | null;
};

/** Fetches a recording and has its report told; names are fetched with it only once they are asked for. */
export function createReport<Told>({ isTeacher, read, tell, namesIn }: ReportDeps<Told>): ReportHolder<Told> {
  let state = $state.raw<ReportState<Told>>({ kind: 'loading' });
  let names = $state.raw<NamesState>({ kind: isTeacher ? 'hidden' : 'not-yours' });

  async function load(): Promise<void> {
    state = { kind: 'loading' };
    const answer = await read(false);
    if (answer.ok) state = toldBy(tell, new Uint8Array(await answer.value.arrayBuffer()));
    else state = { kind: 'refused', error: answer.error };
  }

  async function fetchNames(): Promise<void> {
    names = { kind: 'asking' };
    const answer = await read(true);
    const found = answer.ok ? namesIn(new Uint8Array(await answer.value.arrayBuffer())) : null;
    if (!answer.ok) names = { kind: 'hidden' };
    else names = found === null || found.length === 0 ? { kind: 'none' } : { kind: 'shown', names: found };
  }

  void load();

  return {
    get state() {
      return state;
    },
    get names() {
      return names;
    },
    showNames: async (on) => {
      if (names.kind === 'not-yours' || names.kind === 'asking') return;
      if (on) await fetchNames();
      else names = { kind: 'hidden' };
    },
    retry: load,
  };
}

/** A file from the server may still be one that an older page cannot read. */
function toldBy<Told>(tell: (file: Uint8Array) => Told, file: Uint8Array): ReportState<Told> {
  try {
    return { kind: 'shown', told: tell(file) };
  } catch {
    return { kind: 'broken' };
  }
}
