import { sizeMultiple, type Direction } from '../../../shared/session/nudges.ts';
import type { WeightCurveData } from '../../draw/weight-curve.ts';
import type { Choice } from './choice.ts';
import type { OwnWeight } from './own-weights.ts';

/** What trying a weight both ways told: the change of the error either way, and the curve around. */
export type ProbeReadout = {
  readonly change: Readonly<Record<Exclude<Direction, 0>, number>>;
  readonly curve: WeightCurveData;
};

/** Null before the seat has committed, and while a choice of another size is still on its way. */
export function probeReadout(weight: OwnWeight, choice: Choice, loss: number): ProbeReadout | null {
  const { probe, nudge } = weight.seat;
  if (probe === null || nudge === null || nudge.size !== choice.size) return null;
  const step = weight.stepSize * sizeMultiple(nudge.size);
  const { from, to, losses } = probe.curve;
  const spacing = losses.length > 1 ? (to - from) / (losses.length - 1) : 0;
  return {
    change: { [-1]: probe.down - loss, 1: probe.up - loss },
    curve: {
      points: losses.map((pointLoss, index) => ({ value: from + index * spacing, loss: pointLoss })),
      now: { value: weight.value, loss },
      lower: { value: weight.value - step, loss: probe.down },
      raise: { value: weight.value + step, loss: probe.up },
    },
  };
}

const DECIMALS = 3;
const FINE_DECIMALS = 4;

/** Enough decimals that neither change looks like nothing. */
export function changeDecimals({ change }: ProbeReadout): number {
  const least = Math.min(Math.abs(change[-1]), Math.abs(change[1]));
  return least < 0.5 * 10 ** -DECIMALS ? FINE_DECIMALS : DECIMALS;
}
