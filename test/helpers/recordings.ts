import type { JournalLine } from '../../shared/recording/chain.ts';
import { checkImport, type CheckedRecording } from '../../shared/recording/check.ts';
import { writeRecording, type RecorderOptions } from '../../shared/recording/recorder.ts';
import type { RecordingLabel, Seal } from '../../shared/recording/recording.ts';
import { RecordingError, type RecordingErrorCode } from '../../shared/recording/recording-error.ts';
import { PLAIN_TOOLS } from '../../shared/recording/tools.ts';

export const SESSION = 'a-class-of-22-letters_';
export const NO_LABEL: RecordingLabel = { title: null, tags: [], bookmarks: [], names: null };

/** A recording of these lines, without a seal unless one is given. */
export function record(
  lines: readonly JournalLine[],
  label: Partial<RecordingLabel> = {},
  options: Partial<RecorderOptions> = {},
  seal: (digest: Uint8Array) => Seal | null = () => null,
): Uint8Array {
  return writeRecording(SESSION, lines, { ...NO_LABEL, ...label }, seal, { ...PLAIN_TOOLS, ...options });
}

/** Everything a recording says, after checking all of it. */
export function contentOf(bytes: Uint8Array): CheckedRecording & { readonly lines: readonly JournalLine[] } {
  const lines: JournalLine[] = [];
  const walk = checkImport(bytes);
  for (;;) {
    const { value, done } = walk.next();
    if (done === true) return { ...value, lines };
    lines.push(value.line);
  }
}

/** Why a recording is refused, or null. Anything but a RecordingError is thrown on: it would be a bug. */
export function refusalOf(read: () => unknown): RecordingErrorCode | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof RecordingError) return error.code;
    throw error;
  }
}
