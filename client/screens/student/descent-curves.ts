import type { StudentView } from '../../../shared/projection/views.ts';
import type { NamedCurve } from '../../parts/cost-curves.ts';
import type { CommonText } from '../../text/common.ts';

/** The class's curves, stage by stage, and the machine's, which lies above them. */
export function descentCurves(
  { classCurves, machine }: Pick<StudentView, 'classCurves' | 'machine'>,
  common: CommonText,
): readonly NamedCurve[] {
  const own = (classCurves ?? []).map(({ index, stage, curve }): NamedCurve => {
    const number = String(index + 1);
    return { key: number, badge: number, name: common.stages[stage].name, kind: 'class', curve };
  });
  if (machine === null) return own;
  const name = common.costCurves.machine;
  return [...own, { key: 'machine', badge: 'M', name, kind: 'machine', curve: machine.machineCurve }];
}
