import type { JournalLine } from '../../shared/recording/chain.ts';
import type { RecordingErrorCode } from '../../shared/recording/recording-error.ts';
import type { RecordingHeader, RecordingLabel } from '../../shared/recording/recording.ts';
import type { Summary } from '../../shared/recording/summary.ts';
import type { SessionSetup } from '../../shared/session/setup.ts';
import type { Label } from '../journal/shelves.ts';

/** What is done with the events of a session of ours, which come from the journal piece by piece. */
export type JournalJob =
  /** A file of them, sealed with this key. */
  | {
      readonly kind: 'write';
      readonly session: string;
      readonly label: RecordingLabel;
      readonly pem: string;
    }
  /** What a list says of the session. */
  | { readonly kind: 'summarise'; readonly session: string }
  /** What a new class opens with that goes on from after the event of this version. */
  | {
      readonly kind: 'continue';
      readonly session: string;
      readonly version: number;
      readonly seed: number;
    };

/** What is done with a file that came from elsewhere. */
export type FileJob =
  /** Reads it and believes nothing. */
  | { readonly kind: 'check'; readonly file: Uint8Array }
  /** The same recording under this label, with or without its names; its own bytes where nothing is different. */
  | {
      readonly kind: 'relabel';
      readonly file: Uint8Array;
      readonly label: Label;
      readonly names: boolean;
      readonly pem: string;
    }
  | {
      readonly kind: 'continue-file';
      readonly file: Uint8Array;
      readonly version: number;
      readonly seed: number;
    };

export type Job = JournalJob | FileJob;

/** What each comes to. */
export type JobResults = {
  readonly write: Uint8Array<ArrayBuffer>;
  /** Null for a session of which not even the first event was saved. */
  readonly summarise: Summary | null;
  /** Null where there is nothing to go on from. */
  readonly continue: SessionSetup | null;
  readonly check: { readonly header: RecordingHeader; readonly file: Uint8Array<ArrayBuffer> };
  readonly relabel: Uint8Array<ArrayBuffer>;
  readonly 'continue-file': SessionSetup | null;
};

export type ToThread = { readonly lines: readonly JournalLine[]; readonly last: boolean };

export type FromThread =
  | { readonly kind: 'done'; readonly result: JobResults[keyof JobResults] }
  /** It is not the recording it should be. Anything else that goes wrong ends the thread with its error. */
  | { readonly kind: 'refused'; readonly code: RecordingErrorCode; readonly message: string };
