import type { RecordedEvent, Recording } from '../../shared/recording/recording.ts';

export const SPEEDS = [0.25, 0.5, 1, 2, 5, 10, 20] as const;
export type Speed = (typeof SPEEDS)[number];

/** Above this a phase is over before its picture could be played: pictures show how things stand. */
const FASTEST_PLAYED: Speed = 2;

/** Nobody watches a class think for a minute: a gap in which nothing at all happened is played as this long. */
const LONGEST_GAP_MS = 3_000;

/** What happened in one moment is played in as many frames as it takes; a hall of 1,000 may well nudge at once. */
const MOST_A_FRAME = 500;

/** How long playing waits between two events, at speed 1. A server's clock that was set back makes no gap. */
export function gapMs(before: Pick<RecordedEvent, 'atMs'>, after: Pick<RecordedEvent, 'atMs'>): number {
  return Math.min(LONGEST_GAP_MS, Math.max(0, after.atMs - before.atMs));
}

/** Whether phases are played beat by beat, as they were in the room. */
export function playsPhases(speed: Speed): boolean {
  return speed <= FASTEST_PLAYED;
}

/** How far playing has come: the version shown, and the time it has stood there, at speed 1. */
export type Progress = { readonly version: number; readonly waitedMs: number };

/** Plays on for so long, and no further than the last event. */
export function playOn(
  { version, waitedMs }: Progress,
  elapsedMs: number,
  { header, events }: Pick<Recording, 'header' | 'events'>,
): Progress {
  let left = waitedMs + elapsedMs;
  let [shown] = events(version, version);
  for (let count = 0; shown !== undefined && shown.version < header.events && count < MOST_A_FRAME; count++) {
    const [next] = events(shown.version + 1, shown.version + 1);
    const gap = next === undefined ? Infinity : gapMs(shown, next);
    if (gap > left) break;
    left -= gap;
    shown = next;
  }
  return { version: shown?.version ?? version, waitedMs: left };
}
