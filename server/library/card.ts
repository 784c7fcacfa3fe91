import type { Summary } from '../../shared/recording/summary.ts';
import type { RecordingCard } from '../../shared/wire/recordings.ts';
import type { RecordingRecord } from '../journal/shelves.ts';

export const DAY_MS = 24 * 60 * 60 * 1_000;

/** When a recording is deleted for its age; null for one that is kept. Only the catalogue's own times count. */
export function deletedAtMs(
  { keptSinceMs }: Pick<RecordingRecord, 'keptSinceMs'>,
  retentionDays: number | null,
): number | null {
  return keptSinceMs === null || retentionDays === null ? null : keptSinceMs + retentionDays * DAY_MS;
}

export type CardFacts = {
  readonly record: RecordingRecord;
  /** `open` only where the class can be played on. */
  readonly state: RecordingCard['state'];
  /** Null where not even the first event was saved, or while it is being worked out. */
  readonly summary: Summary | null;
  readonly retentionDays: number | null;
  readonly nowMs: number;
};

/** What a list shows of a recording. Shares that are over are as good as gone. */
export function cardOf({ record, state, summary, retentionDays, nowMs }: CardFacts): RecordingCard {
  const { label } = record;
  return {
    id: record.id,
    source: record.source,
    state,
    title: label.title,
    tags: [...label.tags],
    bookmarks: [...label.bookmarks],
    lesson: record.lesson,
    language: record.language,
    startedAtMs: record.startedAtMs,
    durationMs: summary?.durationMs ?? 0,
    rounds: summary?.rounds ?? 0,
    seats: summary?.seats ?? 0,
    bots: summary?.bots ?? 0,
    lossFirst: summary?.lossFirst ?? null,
    lossLast: summary?.lossLast ?? null,
    accuracyLast: summary?.accuracyLast ?? null,
    hasNames: record.hasNames,
    shares: record.shares.filter(({ expiresAtMs }) => expiresAtMs === null || expiresAtMs > nowMs),
    deletedAtMs: deletedAtMs(record, retentionDays),
  };
}
