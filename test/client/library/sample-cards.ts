import type { RecordingCard } from '../../../shared/wire/recordings.ts';

/** A recording as the library lists it. Nobody's name, and a date nobody remembers. */
export function sampleCard(changes: Partial<RecordingCard> = {}): RecordingCard {
  return {
    id: 'q7Xw2VZk9nT4bL0aRyU1dQ',
    source: 'class',
    state: 'ended',
    title: null,
    tags: [],
    bookmarks: [],
    lesson: 'pets',
    language: 'es',
    startedAtMs: Date.UTC(2026, 4, 12, 8, 30),
    durationMs: 31 * 60_000,
    rounds: 24,
    seats: 28,
    bots: 0,
    lossFirst: 0.512,
    lossLast: 0.091,
    accuracyLast: 0.93,
    hasNames: false,
    shares: [],
    deletedAtMs: null,
    ...changes,
  };
}
