import type { RecordingErrorCode } from '../recording/recording-error.ts';
import type { HttpErrorCode } from './http.ts';

/** What a person is told of a file that is not opened, by a server or by a page: one of the door's own codes. */
export function recordingRefusal(code: RecordingErrorCode): HttpErrorCode {
  switch (code) {
    case 'not-a-recording':
      return 'not-a-recording';
    case 'newer-version':
      return 'recording-too-new';
    case 'too-large':
      return 'recording-too-large';
    case 'truncated':
      return 'recording-truncated';
    case 'damaged':
    case 'malformed':
    case 'inconsistent':
      return 'recording-edited';
    case 'unfit-text':
      return 'unfit-text';
  }
}
