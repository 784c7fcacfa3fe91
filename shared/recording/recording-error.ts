/** Why a file is not opened. Pages have a sentence for each. */
export const RECORDING_ERRORS = [
  /** Something else, or nothing. */
  'not-a-recording',
  /** Written by a later Descenso than this one. */
  'newer-version',
  /** Beyond one of RECORDING_LIMITS, as it says itself or as it turned out to be. */
  'too-large',
  /** It ends before its end. */
  'truncated',
  /** Its bytes are not those that were written: a digest, the chain or the compression does not hold. */
  'damaged',
  /** Whole, but not what a session says: a line that is no JSON, an event of a shape that does not exist. */
  'malformed',
  /** A name, a title or another text that carries markup or invisible signs. */
  'unfit-text',
  /** Its parts contradict each other: header, timeline and keyframes do not follow from the events. */
  'inconsistent',
] as const;
export type RecordingErrorCode = (typeof RECORDING_ERRORS)[number];

/** What is wrong with a recording, and the event where it shows, if it is an event's fault. */
export class RecordingError extends Error {
  readonly code: RecordingErrorCode;
  readonly version: number | null;

  constructor(code: RecordingErrorCode, message: string, version: number | null = null) {
    super(message);
    this.name = 'RecordingError';
    this.code = code;
    this.version = version;
  }
}
