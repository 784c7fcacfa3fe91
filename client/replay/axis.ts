import type { Recording } from '../../shared/recording/recording.ts';
import { countUpTo } from './landmarks.ts';

/**
 * The timeline's axis: one place for the opening, one for each point of the curve, one for the end. Rounds lie
 * evenly, however long each took; between two places lie the events between them.
 */
export type Axis = {
  /** The version at each whole place, ascending. */
  readonly versions: readonly number[];
};

/** Place of the curve's first point: the class came in before it. */
export const FIRST_POINT = 1;

export function axisOf({ header, timeline }: Pick<Recording, 'header' | 'timeline'>): Axis {
  const versions = [1, ...timeline.map(({ version }) => version)];
  const last = versions[versions.length - 1] ?? 1;
  return { versions: header.events > last ? [...versions, header.events] : versions };
}

/** Where a version lies, in places and shares of them. */
export function placeOf({ versions }: Axis, version: number): number {
  const before = Math.max(0, countUpTo(versions, (made) => made, version) - 1);
  const from = versions[before] ?? 1;
  const to = versions[before + 1];
  return to === undefined ? before : before + (version - from) / (to - from);
}

/** The version nearest to a place; beyond the ends, the ends. */
export function versionAt({ versions }: Axis, place: number): number {
  const before = Math.min(versions.length - 1, Math.max(0, Math.floor(place)));
  const from = versions[before] ?? 1;
  const to = versions[before + 1] ?? from;
  const share = Math.min(1, Math.max(0, place - before));
  return Math.round(from + (to - from) * share);
}
