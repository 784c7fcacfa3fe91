import type { RecordingLabel } from '../../shared/recording/recording.ts';
import type { Summary } from '../../shared/recording/summary.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import type { SessionRecord } from './catalogue.ts';

/**
 * The part of the catalogue that keeps recordings: every class is one, by its session's id, and so is every file
 * that was brought in, by an id of its own.
 */
export type Shelves = {
  /** All of them, the newest first. */
  readonly recordings: () => Promise<readonly RecordingRecord[]>;
  readonly recording: (id: string) => Promise<RecordingRecord | null>;
  /** Writes some of a label anew. Null for a recording that is not there. */
  readonly changeLabel: (id: string, change: Partial<Label>) => Promise<Label | null>;
  /** Keeps what a list says of a recording, so that nobody reads its events for it. One that is not there stays so. */
  readonly saveSummary: (id: string, summary: Summary) => Promise<void>;

  readonly addImport: (file: NewImport) => Promise<void>;
  /** The bytes of an import. Null for an id that is none. */
  readonly importedFile: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Puts other bytes in place of an import's, without the names in it. One that is not there stays so. */
  readonly replaceImport: (id: string, bytes: Uint8Array) => Promise<void>;

  /** False for a recording that is not there. `hash` is the token's, as with other tokens. */
  readonly addShare: (share: NewShareRecord) => Promise<boolean>;
  /** The recording that a share's token opens at this time; null for one that opens none. */
  readonly findShare: (hash: string, atMs: number) => Promise<string | null>;
  /** Whether there was one to take back. */
  readonly deleteShare: (recording: string, id: string) => Promise<boolean>;

  /**
   * Forgets a recording at once: session or import, codes, names, tokens, shares and label. Of a session the events
   * are the journal's to delete: `unfinishedDeletions` names it until `finishDeletion`, whatever happens between.
   */
  readonly deleteRecording: (id: string) => Promise<void>;
  readonly unfinishedDeletions: () => Promise<readonly SessionId[]>;
  readonly finishDeletion: (id: SessionId) => Promise<void>;
  /** Deletes copies of a damaged store that were set aside before this time. Says how many. */
  readonly deleteOldCopies: (beforeMs: number) => Promise<number>;
};

/** What a teacher writes on a recording. */
export type Label = Omit<RecordingLabel, 'names'>;

export const BLANK_LABEL: Label = { title: null, tags: [], bookmarks: [] };

export type RecordingRecord = {
  readonly id: string;
  readonly source: 'class' | 'import';
  /** As the session's; an import is always `ended`. */
  readonly state: SessionRecord['state'];
  readonly lesson: string;
  readonly language: SessionRecord['language'];
  /** By the clock of the server that played it, milliseconds since 1970. */
  readonly startedAtMs: number;
  /** Since when it has been at rest here, by this server's own clock: retention counts from it. Null while open. */
  readonly keptSinceMs: number | null;
  readonly label: Label;
  /** Null until somebody has worked it out. */
  readonly summary: Summary | null;
  readonly hasNames: boolean;
  readonly shares: readonly ShareRecord[];
};

export type ShareRecord = {
  readonly id: string;
  readonly createdAtMs: number;
  /** Null: until it is taken back. */
  readonly expiresAtMs: number | null;
};

export type NewShareRecord = ShareRecord & { readonly recording: string; readonly hash: string };

/** A file that was brought in and found good, and what it says of itself. */
export type NewImport = {
  readonly id: string;
  readonly lesson: string;
  readonly language: SessionRecord['language'];
  readonly startedAtMs: number;
  readonly importedAtMs: number;
  readonly label: Label;
  readonly summary: Summary;
  readonly hasNames: boolean;
  readonly bytes: Uint8Array;
};
