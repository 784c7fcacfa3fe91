import type { Report } from '../../../shared/recording/report.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import type { LossHistory } from '../../draw/loss-history.ts';

/** The class's curve as it is drawn: taken-back rounds at the height they reached, a band a stage, a leap for each return. */
export function curveHistory(
  { curve, bands }: Pick<Report, 'curve' | 'bands'>,
  stageName: (kind: StageKind) => string,
): LossHistory {
  return {
    points: curve.map(({ round, figures, takenBack }) => ({
      round: round ?? 0,
      loss: (takenBack ?? figures).loss,
      validation: (takenBack ?? figures).validationLoss,
      isTakenBack: takenBack !== null,
    })),
    stages: bands.map(({ first, stageKind }) => ({ from: first, name: stageName(stageKind) })),
    returns: curve.flatMap(({ kind, from }, at) =>
      kind === 'back' && from !== null ? [{ at, to: from }] : [],
    ),
  };
}
