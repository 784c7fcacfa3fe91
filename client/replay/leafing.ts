import type { Recording } from '../../shared/recording/recording.ts';
import { stageBands } from '../../shared/recording/stage-bands.ts';
import { settledAt, versionAfter, versionBefore } from './landmarks.ts';
import { nextMoment, previousMoment } from './moments.ts';

/** From one place worth stopping at to the next, forward or back; the ends where there is no other. */
export type Leafing = (by: 'step' | 'round' | 'stage', way: 1 | -1, version: number) => number;

export function leafingThrough(recording: Recording): Leafing {
  const { timeline, header } = recording;
  const rounds = timeline.map(settledAt);
  const stages = stageBands(timeline).flatMap(({ first }) => timeline[first]?.version ?? []);
  return (by, way, version) => {
    if (by === 'step') return way > 0 ? nextMoment(recording, version) : previousMoment(recording, version);
    const stops = by === 'round' ? rounds : stages;
    return way > 0 ? (versionAfter(stops, version) ?? header.events) : (versionBefore(stops, version) ?? 1);
  };
}
