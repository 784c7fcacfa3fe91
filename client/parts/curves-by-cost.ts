import type { StudentView } from '../../shared/projection/views.ts';
import type { CommonText } from '../text/common.ts';
import type { NamedCurve } from './cost-curves.ts';

/** What hands had reached, stage by stage under its number in the lesson, and over it the machine. */
export function curvesByCost(
  { classCurves, machine }: Pick<StudentView, 'classCurves' | 'machine'>,
  common: CommonText,
): readonly NamedCurve[] {
  const byHand = (classCurves ?? []).map(({ index, stage, curve }): NamedCurve => ({
    key: String(index),
    badge: String(index + 1),
    name: common.stages[stage].name,
    kind: 'class',
    curve,
  }));
  if (machine === null) return byHand;
  const { badge, machine: name } = common.costCurves;
  return [...byHand, { key: 'machine', badge, name, kind: 'machine', curve: machine.machineCurve }];
}
