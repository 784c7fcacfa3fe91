import type { SessionRecord } from '../../../server/journal/catalogue.ts';
import {
  BLANK_LABEL,
  type Label,
  type NewImport,
  type NewShareRecord,
  type RecordingRecord,
  type Shelves,
} from '../../../server/journal/shelves.ts';
import type { Summary } from '../../../shared/recording/summary.ts';
import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import type { AtOnce } from './at-once.ts';

export type ShelvedClasses = {
  readonly sessions: () => readonly SessionRecord[];
  readonly hasNames: (id: SessionId) => boolean;
  readonly forget: (id: SessionId) => void;
};

/** The shelves as a disk holds them, beside the classes. */
export function createShelvesInMemory(classes: ShelvedClasses): AtOnce<Shelves> {
  const imports = new Map<string, NewImport>();
  const labels = new Map<string, Label>();
  const summaries = new Map<string, Summary>();
  const shares: NewShareRecord[] = [];
  const deletions = new Set<SessionId>();

  const recordings = (): readonly RecordingRecord[] =>
    [...classes.sessions().map(cardOfClass), ...[...imports.values()].map(cardOfImport)].sort(
      (one, other) => other.startedAtMs - one.startedAtMs,
    );
  const find = (id: string): RecordingRecord | null => recordings().find((card) => card.id === id) ?? null;

  function cardOfClass({
    id,
    lesson,
    language,
    state,
    createdAtMs,
    endedAtMs,
  }: SessionRecord): RecordingRecord {
    const own = { startedAtMs: createdAtMs, keptSinceMs: endedAtMs, hasNames: classes.hasNames(id) };
    return { id, source: 'class', state, lesson, language, ...own, ...writtenOn(id) };
  }

  function cardOfImport({
    id,
    lesson,
    language,
    startedAtMs,
    importedAtMs,
    hasNames,
  }: NewImport): RecordingRecord {
    const own = { startedAtMs, keptSinceMs: importedAtMs, hasNames };
    return { id, source: 'import', state: 'ended', lesson, language, ...own, ...writtenOn(id) };
  }

  function writtenOn(id: string): Pick<RecordingRecord, 'label' | 'summary' | 'shares'> {
    return {
      label: labels.get(id) ?? BLANK_LABEL,
      summary: summaries.get(id) ?? null,
      shares: shares
        .filter(({ recording }) => recording === id)
        .map(({ id: share, createdAtMs, expiresAtMs }) => ({ id: share, createdAtMs, expiresAtMs })),
    };
  }

  function dropShares(isDropped: (share: NewShareRecord) => boolean): boolean {
    const kept = shares.filter((share) => !isDropped(share));
    const dropped = kept.length < shares.length;
    shares.splice(0, shares.length, ...kept);
    return dropped;
  }

  return {
    recordings,
    recording: find,
    changeLabel: (id, changed) => {
      const card = find(id);
      if (card === null) return null;
      labels.set(id, { ...card.label, ...changed });
      return { ...card.label, ...changed };
    },
    saveSummary: (id, summary) => {
      if (find(id) !== null) summaries.set(id, summary);
    },
    addImport: (file) => {
      imports.set(file.id, file);
      labels.set(file.id, file.label);
      summaries.set(file.id, file.summary);
    },
    importedFile: (id) => {
      const file = imports.get(id);
      return file === undefined ? null : Uint8Array.from(file.bytes);
    },
    replaceImport: (id, bytes) => {
      const file = imports.get(id);
      if (file !== undefined) imports.set(id, { ...file, bytes, hasNames: false });
    },
    addShare: (share) => {
      if (find(share.recording) === null) return false;
      shares.push(share);
      return true;
    },
    findShare: (hash, atMs) =>
      shares.find((share) => share.hash === hash && (share.expiresAtMs === null || atMs < share.expiresAtMs))
        ?.recording ?? null,
    deleteShare: (recording, id) => dropShares((share) => share.recording === recording && share.id === id),
    deleteRecording: (id) => {
      if (!imports.delete(id)) deletions.add(sessionId(id));
      classes.forget(sessionId(id));
      labels.delete(id);
      summaries.delete(id);
      dropShares(({ recording }) => recording === id);
    },
    unfinishedDeletions: () => [...deletions],
    finishDeletion: (id) => void deletions.delete(id),
    deleteOldCopies: () => 0,
  };
}
