import type { Recording } from '../../shared/recording/recording.ts';
import { pointAt } from './landmarks.ts';

const MINUTE_MS = 60_000;

/** Whole minutes since the running stage was entered, by the server's clock; 0 before the first. */
export function minutesInStage(
  { timeline, events }: Pick<Recording, 'timeline' | 'events'>,
  version: number,
): number {
  const past = timeline.slice(0, pointAt(timeline, version) + 1);
  const start = past.map(({ kind }) => kind).lastIndexOf('start');
  const entered = past[start];
  const [from] = entered === undefined ? [] : events(entered.version, entered.version);
  const [now] = events(version, version);
  if (from === undefined || now === undefined) return 0;
  return Math.max(0, Math.floor((now.atMs - from.atMs) / MINUTE_MS));
}
