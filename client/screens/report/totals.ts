import type { Report } from '../../../shared/recording/report.ts';
import type { Cost, Figures } from '../../../shared/session/events.ts';

/** The class in a few figures. */
export type Totals = {
  readonly rounds: number;
  readonly cost: Cost;
  /** Where the curve begins, and where it ends. */
  readonly first: Figures;
  readonly last: Figures;
};

const NOTHING: Figures = { loss: 0, accuracy: 0, validationLoss: 0, validationAccuracy: 0 };

export function totalsOf({ curve, stages }: Pick<Report, 'curve' | 'stages'>): Totals {
  const sum = (value: (stage: Report['stages'][number]) => number): number =>
    stages.reduce((total, stage) => total + value(stage), 0);
  return {
    rounds: sum(({ played, ranAhead }) => played + ranAhead),
    cost: { forward: sum(({ cost }) => cost.forward), backward: sum(({ cost }) => cost.backward) },
    first: curve[0]?.figures ?? NOTHING,
    last: curve[curve.length - 1]?.figures ?? NOTHING,
  };
}
