import { screenView } from '../../shared/projection/screen-view.ts';
import { openRecording, type Recording } from '../../shared/recording/recording.ts';
import { RecordingError, type RecordingErrorCode } from '../../shared/recording/recording-error.ts';
import { rehearse } from '../../shared/recording/rehearse.ts';
import { EMPTY_ROSTER } from '../../shared/session/roster.ts';
import type { ApiError, ApiResult } from '../link/ask.ts';

/** Where a recording is kept, and the key it was opened with. */
export type Kept = {
  readonly id: string;
  readonly key: string;
  /** Whether it is the teacher's key, which may do more than look. */
  readonly isTeacher: boolean;
};

/** A recording that is open, and the file it was read from. */
export type Opened = {
  readonly recording: Recording;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null for a file that somebody dropped on the page, or that came with it. */
  readonly kept: Kept | null;
};

/** What is being shown, or why nothing is. */
export type Showing =
  | { readonly kind: 'nothing' }
  /** `share` is null as long as nobody knows how much there is. */
  | { readonly kind: 'loading'; readonly share: number | null }
  | { readonly kind: 'refused'; readonly error: ApiError; readonly kept: Kept }
  | { readonly kind: 'unfit'; readonly code: RecordingErrorCode }
  | { readonly kind: 'open'; readonly opened: Opened };

export type ReplaySource = {
  readonly showing: Showing;
  readonly openKept: (kept: Kept) => Promise<void>;
  readonly openFile: (file: Blob) => Promise<void>;
  readonly clear: () => void;
  /** The recording turned out to be damaged where it was played. */
  readonly fail: (error: unknown) => void;
};

export type ReadKept = (kept: Kept, onreceived: (share: number | null) => void) => Promise<ApiResult<Blob>>;

/** Opens one recording at a time; what is opened later takes the place of what is still on its way. */
export function createReplaySource(readKept: ReadKept, first: Showing = { kind: 'nothing' }): ReplaySource {
  let showing = $state.raw<Showing>(first);
  let latest = 0;

  async function openKept(kept: Kept): Promise<void> {
    const mine = ++latest;
    showing = { kind: 'loading', share: null };
    const answer = await readKept(kept, (share) => {
      if (mine === latest) showing = { kind: 'loading', share };
    });
    if (mine !== latest) return;
    if (answer.ok) await open(answer.value, kept, mine);
    else showing = { kind: 'refused', error: answer.error, kept };
  }

  async function open(file: Blob, kept: Kept | null, mine: number): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (mine === latest) showing = openedFrom(bytes, kept);
  }

  return {
    get showing() {
      return showing;
    },
    openKept,
    openFile: (file) => {
      showing = { kind: 'loading', share: null };
      return open(file, null, ++latest);
    },
    clear: () => {
      latest += 1;
      showing = { kind: 'nothing' };
    },
    fail: (error) => {
      showing = { kind: 'unfit', code: codeOf(error) };
    },
  };
}

/** What a file turns out to be. */
export function openedFrom(bytes: Uint8Array<ArrayBuffer>, kept: Kept | null): Showing {
  try {
    const recording = openRecording(bytes);
    rehearse(recording, (state) => screenView(state, EMPTY_ROSTER));
    return { kind: 'open', opened: { recording, bytes, kept } };
  } catch (error) {
    return { kind: 'unfit', code: codeOf(error) };
  }
}

/** A bug of ours is no fault of the file's. */
function codeOf(error: unknown): RecordingErrorCode {
  if (error instanceof RecordingError) return error.code;
  throw error;
}
