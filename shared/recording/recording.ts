import type { SessionEvent } from '../session/events.ts';
import type { SessionOrigin, SessionSetup } from '../session/setup.ts';
import type { SessionState } from '../session/state.ts';
import { readFile } from './codec.ts';
import { createCursor } from './cursor.ts';
import { rederived } from './rederive.ts';
import { sha256, type Sha256 } from './sha-256.ts';
import type { Summary } from './summary.ts';
import type { TimelinePoint } from './timeline.ts';

/** One event of a recording. */
export type RecordedEvent = {
  /** 1 for the first, and never a gap. */
  readonly version: number;
  /** The opening that wrote it. */
  readonly epoch: number;
  /** Wall clock of the server when it was decided, milliseconds since 1970. */
  readonly atMs: number;
  readonly event: SessionEvent;
};

export type Bookmark = { readonly version: number; readonly label: string };

export type SeatName = { readonly seat: number; readonly name: string };

/** What people wrote about a recording: no part of what happened, and not in the chain. */
export type RecordingLabel = {
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly bookmarks: readonly Bookmark[];
  /** Only where they were asked for. */
  readonly names: readonly SeatName[] | null;
};

export type RecordingHeader = RecordingLabel & {
  /** Version of the file's layout. */
  readonly format: number;
  /** Id of the session; the chain begins with it. */
  readonly session: string;
  readonly lesson: string;
  readonly language: SessionSetup['language'];
  readonly startedAtMs: number;
  /** Null while the class is still open. */
  readonly endedAtMs: number | null;
  /** How many there are; also the last one's version. */
  readonly events: number;
  readonly origin: Omit<SessionOrigin, 'facts'> | null;
  readonly summary: Summary;
};

/** Who vouches for a recording: Ed25519 over the file's digest, by the server that wrote it. Lowercase hex. */
export type Seal = { readonly publicKey: string; readonly signature: string };

/** What a reader gets. Events and states are read when they are asked for; each may throw a RecordingError. */
export type Recording = {
  readonly header: RecordingHeader;
  readonly setup: SessionSetup;
  readonly timeline: readonly TimelinePoint[];
  /** The events from one version to another, both included. */
  readonly events: (from: number, to: number) => readonly RecordedEvent[];
  /** The state after the event with this version, from 1 to `header.events`. */
  readonly stateAt: (version: number) => SessionState;
  readonly seal: Seal | null;
};

/**
 * Opens a recording. Only its ends and its first block are read; the rest is when it is asked for, and then every
 * digest and every event's shape is checked, so that a damaged file never shows something else. What a file from
 * elsewhere says is still not proven: that is checkRecording's (check.ts).
 *
 * @throws RecordingError
 */
export function openRecording(bytes: Uint8Array, digest: Sha256 = sha256): Recording {
  const file = readFile(bytes, digest);
  const { header, derived } = file.head;
  if (derived === null) return { ...openRecording(rederived(file), digest), seal: file.seal };
  const { setup, events, stateAt } = createCursor(file, derived.timeline);
  return {
    header: { ...header, summary: derived.summary },
    setup,
    timeline: derived.timeline,
    events,
    stateAt,
    seal: file.seal,
  };
}
