import { stageBands } from '../../shared/recording/stage-bands.ts';
import type { TimelinePoint } from '../../shared/recording/timeline.ts';
import type { LossHistory } from '../draw/loss-history.ts';

/** A recording's curve as it is drawn, with the new examples' from beginning to end: all is known by now. */
export function timelineHistory(timeline: readonly TimelinePoint[]): LossHistory {
  return {
    points: timeline.map(({ round, figures, takenBack }) => {
      const reached = takenBack ?? figures;
      return {
        round: round ?? 0,
        loss: reached.loss,
        validation: reached.validationLoss,
        isTakenBack: takenBack !== null,
      };
    }),
    stages: stageBands(timeline).map(({ first, stageKind }) => ({ from: first, name: stageKind })),
    returns: timeline.flatMap(({ kind, from }, at) =>
      kind === 'back' && from !== null ? [{ at, to: from }] : [],
    ),
  };
}

/** The error a point of the curve stood at when this event had happened: as tried, until it was taken back. */
export function lossAt({ figures, takenBack, takenBackAt }: TimelinePoint, version: number): number {
  const isTried = takenBack !== null && takenBackAt !== null && version < takenBackAt;
  return isTried ? takenBack.loss : figures.loss;
}
