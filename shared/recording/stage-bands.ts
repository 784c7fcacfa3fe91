import type { StageKind } from '../session/stages.ts';
import type { TimelinePoint } from './timeline.ts';

/** A stretch of the curve in one stage: entered anew, or returned to, another begins. */
export type StageBand = {
  /** Index in the lesson's stages; −1 for practice. */
  readonly stage: number;
  readonly stageKind: StageKind;
  /** Places of its first and last point on the timeline. */
  readonly first: number;
  readonly last: number;
  /** Rounds that had been played when it began, and when it ended. */
  readonly fromRound: number;
  readonly toRound: number;
};

/** Cuts a timeline into its stages. The rounds of one end where those of the next begin. */
export function stageBands(timeline: readonly TimelinePoint[]): readonly StageBand[] {
  const rounds = roundsAt(timeline);
  const bands: StageBand[] = [];
  for (const [place, { kind, stage, stageKind }] of timeline.entries()) {
    const band = bands[bands.length - 1];
    const toRound = rounds[place] ?? 0;
    if (band !== undefined && kind !== 'start' && band.stage === stage)
      bands[bands.length - 1] = { ...band, last: place, toRound };
    else bands.push({ stage, stageKind, first: place, last: place, fromRound: toRound, toRound });
  }
  return bands;
}

/** For each point how many rounds had been played by then: where it lies along the class's time. */
export function roundsAt(timeline: readonly TimelinePoint[]): readonly number[] {
  let rounds = 0;
  return timeline.map(({ kind, round }) => {
    // A return names an old round, but happens after the latest.
    if (kind === 'step') rounds = round ?? rounds;
    return rounds;
  });
}
