import { roundsAt, stageBands, type StageBand } from './stage-bands.ts';
import type { TimelinePoint } from './timeline.ts';

/** One of two recordings on a common axis of rounds. */
export type ComparedCurve = {
  /** In order. Where a stage begins, or the class went back, several points lie at one round. */
  readonly points: readonly { readonly atRound: number; readonly point: TimelinePoint }[];
  readonly bands: readonly StageBand[];
};

/** The same round of both: as each class left it; null where it had none of that number. */
export type ComparedRound = {
  readonly round: number;
  readonly one: TimelinePoint | null;
  readonly other: TimelinePoint | null;
};

export type Comparison = {
  /** How far the axis goes: the last round of whichever class played longer. */
  readonly lastRound: number;
  readonly one: ComparedCurve;
  readonly other: ComparedCurve;
  readonly rounds: readonly ComparedRound[];
};

/**
 * Two timelines side by side, aligned by the number of the round. Each keeps its own stages, so that one class may
 * probe in a round in which the other still guesses; the longer one goes on alone.
 */
export function compareTimelines(one: readonly TimelinePoint[], other: readonly TimelinePoint[]): Comparison {
  const [ofOne, ofOther] = [byRound(one), byRound(other)];
  const lastRound = Math.max(0, ...ofOne.keys(), ...ofOther.keys());
  return {
    lastRound,
    one: curveOf(one),
    other: curveOf(other),
    rounds: Array.from({ length: lastRound }, (_, index) => ({
      round: index + 1,
      one: ofOne.get(index + 1) ?? null,
      other: ofOther.get(index + 1) ?? null,
    })),
  };
}

function curveOf(timeline: readonly TimelinePoint[]): ComparedCurve {
  const rounds = roundsAt(timeline);
  return {
    points: timeline.map((point, place) => ({ atRound: rounds[place] ?? 0, point })),
    bands: stageBands(timeline),
  };
}

function byRound(timeline: readonly TimelinePoint[]): ReadonlyMap<number, TimelinePoint> {
  return new Map(
    timeline.flatMap((point) =>
      point.kind === 'step' && point.round !== null ? [[point.round, point] as const] : [],
    ),
  );
}
