import type { CurvePoint, StageSection } from '../../../shared/projection/views.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import type { GoingBack, LossHistory, LossPoint, StageBand } from '../../draw/loss-history.ts';

/** The curve as it is drawn: taken-back rounds at the height they reached, a band a stage, a leap for each return. */
export function curveHistory(curve: readonly CurvePoint[], bandName: (stage: number) => string): LossHistory {
  const points = curve.map((point): LossPoint => ({
    round: point.round ?? 0,
    loss: point.takenBack ?? point.loss,
    validation: null,
    isTakenBack: point.takenBack !== null,
  }));
  const stages = curve.flatMap((point, index): readonly StageBand[] => {
    const isNew = index === 0 || curve[index - 1]?.stage !== point.stage;
    return isNew || point.kind === 'start' ? [{ from: index, name: bandName(point.stage) }] : [];
  });
  const returns = curve.flatMap((point, index): readonly GoingBack[] =>
    point.kind === 'back' && point.from !== null ? [{ at: index, to: point.from }] : [],
  );
  return { points, stages, returns };
}

/** Which stage stands at an index of the lesson; undefined where this screen was not told. */
export function stageAt(stage: StageSection, index: number): StageKind | undefined {
  return index < 0 ? 'practice' : stage?.stages[index];
}

/** Rounds the class has played, returns and starts left out. */
export function roundsOn(curve: readonly CurvePoint[]): number {
  return curve.filter(({ kind }) => kind === 'step').length;
}

/** The lowest error the class ever held. */
export function bestLoss(curve: readonly CurvePoint[]): number | null {
  return curve.length === 0 ? null : Math.min(...curve.map(({ loss }) => loss));
}
