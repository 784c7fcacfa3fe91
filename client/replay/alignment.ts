import type { Comparison } from '../../shared/recording/compare.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { FIRST_POINT } from './axis.ts';
import { pointAt, settledAt } from './landmarks.ts';

/** Where the other class stood at the first one's moment. `isOver`: it never played as many rounds. */
export type Beside = { readonly version: number; readonly isOver: boolean };

/** The other class as it left the round that the first has come to; before its first round, where it began. */
export function besideOf(
  { one, rounds }: Comparison,
  first: Pick<Recording, 'timeline'>,
  other: Pick<Recording, 'timeline' | 'header'>,
  version: number,
): Beside {
  const round = one.points[pointAt(first.timeline, version)]?.atRound ?? 0;
  if (round === 0) return { version: other.timeline[0]?.version ?? 1, isOver: false };
  const point = rounds[round - 1]?.other ?? null;
  return point === null
    ? { version: other.header.events, isOver: true }
    : { version: settledAt(point), isOver: false };
}

/**
 * Places on the first class's axis for the other's points: each round beside the round of its number, a start or a
 * return just before the round that came next; rounds beyond the first's last one go on to the right.
 */
export function alignedPlaces({ one, other }: Comparison): readonly number[] {
  const places = new Map(
    one.points.flatMap(({ atRound, point }, index) =>
      point.kind === 'step' ? [[atRound, index + FIRST_POINT] as const] : [],
    ),
  );
  const lastPlace = Math.max(FIRST_POINT, ...places.values());
  const placeOfRound = (round: number): number => places.get(round) ?? lastPlace + round - places.size;
  return other.points.map(({ atRound, point }) =>
    point.kind === 'step' ? placeOfRound(atRound) : Math.max(FIRST_POINT, placeOfRound(atRound + 1) - 1),
  );
}
