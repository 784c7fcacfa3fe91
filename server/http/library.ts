import type { SessionKeys } from '../../shared/wire/http.ts';
import type {
  Done,
  NewShare,
  RecordingCard,
  RecordingList,
  RecordingPatch,
  ShareWish,
} from '../../shared/wire/recordings.ts';
import type { Answer } from './hall.ts';

/** Who reads a recording: whoever has the teacher key, or somebody it was shown to. */
export type Reader = 'teacher' | 'share';

export type RecordingFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What to call it, without an ending: `descenso-pets-2026-10-05`. */
  readonly name: string;
};

/**
 * The library of recordings: what HTTP may ask of it. Every method but `opens` expects that somebody has looked at
 * who asks. Expected trouble is an `Answer`; only a bug rejects.
 */
export type Library = {
  readonly list: () => Promise<Answer<RecordingList>>;
  /** What the list shows of one. */
  readonly card: (id: string) => Promise<Answer<RecordingCard>>;
  /** Whether this is the token of a share of this recording, and of today. */
  readonly opens: (token: string, id: string) => Promise<boolean>;
  /** The file of a recording. A class that still plays is recorded up to now. */
  readonly file: (id: string, reader: Reader, names: boolean) => Promise<Answer<RecordingFile>>;
  /** Takes in a file from elsewhere, if it is what it says. */
  readonly bringIn: (file: Uint8Array) => Promise<Answer<RecordingCard>>;
  readonly change: (id: string, patch: RecordingPatch) => Promise<Answer<RecordingCard>>;
  readonly remove: (id: string) => Promise<Answer<Done>>;
  readonly removeNames: (id: string) => Promise<Answer<Done>>;
  readonly share: (id: string, wish: ShareWish) => Promise<Answer<NewShare>>;
  readonly takeBack: (id: string, share: string) => Promise<Answer<Done>>;
  /** Opens a class that goes on from what stood after the event of this version. */
  readonly goOn: (id: string, version: number) => Promise<Answer<SessionKeys>>;
};
